package dev.dateline.console.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A query in SQL, so that indexes answer it.
 *
 * <p>Tags carry the event time of their article: who asks for one region in one role, or for one theme, has the newest articles
 * read from an index of the tags, in their order, until the page is full. PostgreSQL does not know that the two times are equal
 * (told so, it takes the articles for far fewer than they are), so the tag leads: order and cursor are of its row.
 *
 * @param lead alias of the row that orders the articles
 * @param from tables with the rows {@code a} and the leading one
 */
record Selection(String lead, String from, Condition condition) {
    private static final String ARTICLE = "a";
    private static final String TAG = "t";

    static Selection of(ArticleQuery query) {
        var region = query.regions().isEmpty() ? Optional.<Condition>empty() : Optional.of(region(query));
        var theme = query.themes().isEmpty()
                ? Optional.<Condition>empty()
                : Optional.of(any(TAG + ".code", query.themes(), code -> code));
        if (query.regions().size() == 1 && query.roles().size() == 1) {
            return led(query, "region_tag", region.orElseThrow(), theme.map(tag -> tagged("theme_tag", tag)));
        }
        var furtherRegion = region.map(tag -> tagged("region_tag", tag));
        if (query.themes().size() == 1) {
            return led(query, "theme_tag", theme.orElseThrow(), furtherRegion);
        }
        var conditions = plain(query, ARTICLE);
        furtherRegion.ifPresent(conditions::add);
        theme.ifPresent(tag -> conditions.add(tagged("theme_tag", tag)));
        return new Selection(ARTICLE, "article a", Condition.all(conditions));
    }

    private static Selection led(ArticleQuery query, String table, Condition tag, Optional<Condition> further) {
        var conditions = new ArrayList<>(List.of(tag));
        conditions.addAll(plain(query, TAG));
        further.ifPresent(conditions::add);
        return new Selection(
                TAG, table + " t JOIN article a ON a.article_id = t.article_id", Condition.all(conditions));
    }

    private static Condition tagged(String table, Condition tag) {
        return new Condition(
                "EXISTS (SELECT FROM " + table + " t WHERE t.article_id = a.article_id AND " + tag.sql() + ")",
                tag.parameters());
    }

    private static Condition region(ArticleQuery query) {
        return any(TAG + ".code", query.regions(), code -> code).and(any(TAG + ".role", query.roles(), Enum::name));
    }

    private static List<Condition> plain(ArticleQuery query, String lead) {
        var conditions = new ArrayList<>(List.of(Condition.of("a.status = 'LIVE'")));
        query.since().ifPresent(since -> conditions.add(Condition.of(lead + ".event_time >= ?", since)));
        query.until().ifPresent(until -> conditions.add(Condition.of(lead + ".event_time < ?", until)));
        query.after().ifPresent(end -> conditions.add(behind(end, lead)));
        if (!query.languages().isEmpty()) {
            conditions.add(language(query.languages()));
        }
        if (!query.sources().isEmpty()) {
            conditions.add(any("a.source_id", query.sources(), source -> source));
        }
        if (!query.outlets().isEmpty()) {
            conditions.add(any("lower(a.outlet)", query.outlets(), outlet -> outlet.toLowerCase(Locale.ROOT)));
        }
        query.title().ifPresent(words -> conditions.add(Condition.of("a.title %> ?", words)));
        return conditions;
    }

    /** The first part alone would do for an index, the second alone for the order. */
    private static Condition behind(Cursor end, String lead) {
        return Condition.of(
                "%1$s.event_time <= ? AND (%1$s.event_time < ? OR %1$s.article_id > ?)".formatted(lead),
                end.eventTime(),
                end.eventTime(),
                end.articleId());
    }

    /** Articles in a language are in any script of it; who asks for a script gets that one. */
    private static Condition language(List<String> languages) {
        var base = any("split_part(a.language, '-', 1)", languages, language -> language.split("-", 2)[0]);
        var exact =
                languages.stream().filter(language -> language.contains("-")).toList();
        var whole =
                languages.stream().filter(language -> !language.contains("-")).toList();
        return exact.isEmpty()
                ? base
                : base.and(Condition.of(
                        "(a.language = ANY (?) OR split_part(a.language, '-', 1) = ANY (?))", exact, whole));
    }

    /** One value is an equation, which says more to the planner than a list of one. */
    private static <T> Condition any(String column, List<T> values, Function<T, String> text) {
        var texts = values.stream().map(text).distinct().collect(Collectors.toList());
        return texts.size() == 1
                ? Condition.of(column + " = ?", texts.get(0))
                : Condition.of(column + " = ANY (?)", texts);
    }

    /** The same articles, of which something more holds. */
    Selection and(Condition further) {
        return new Selection(lead, from, condition.and(further));
    }

    /**
     * Chooses the ids of a page.
     *
     * @param gathered whether to gather all articles and sort them, instead of going through them from the newest on
     */
    String sql(boolean gathered) {
        // an index knows the order of the time, not of a sum with it
        var time = lead + ".event_time" + (gathered ? " + interval '0'" : "");
        return "SELECT a.article_id, %1$s.event_time FROM %2$s WHERE %3$s ORDER BY %4$s DESC, %1$s.article_id LIMIT ?"
                .formatted(lead, from, condition.sql(), time);
    }

    /** Chooses the ids of all, the newest first. */
    String allSql() {
        return "SELECT a.article_id FROM %2$s WHERE %3$s ORDER BY %1$s.event_time DESC, %1$s.article_id"
                .formatted(lead, from, condition.sql());
    }
}
