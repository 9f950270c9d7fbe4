package dev.dateline.console.live;

import dev.dateline.console.desk.ArticleFilter;
import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.Summary;
import dev.dateline.console.desk.Words;
import dev.dateline.console.search.ArticleQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the live feed asked for: the part of a search that can be told of one article alone, and what the page
 * filters by.
 *
 * @param query of which regions, roles, themes, languages, sources and outlets count
 * @param route name of a route that it belongs to
 * @param wanted words that it must have
 * @param unwanted words of which it must have none
 * @param plain outcome and part of a text
 */
record LiveQuery(ArticleQuery query, Optional<String> route, Words wanted, Words unwanted, ArticleFilter plain)
        implements Predicate<Entry> {

    @Override
    public boolean test(Entry entry) {
        var article = entry.summary();
        return plain.test(entry)
                && isOneOf(query.sources(), article.sourceId())
                && (query.outlets().isEmpty() || isFrom(article))
                && (query.regions().isEmpty() || isInRegion(article))
                && (query.themes().isEmpty() || isOnTheme(article))
                && (query.languages().isEmpty() || isInLanguage(article.language()))
                && (route.isEmpty() || entry.routes().contains(route.get()))
                && entry.words().hasAll(wanted)
                && !entry.words().hasAny(unwanted);
    }

    private static boolean isOneOf(List<String> asked, @Nullable String has) {
        return asked.isEmpty() || has != null && asked.contains(has);
    }

    private boolean isFrom(Summary article) {
        var outlet = article.outlet() == null ? "" : article.outlet().toLowerCase(Locale.ROOT);
        return query.outlets().stream()
                .anyMatch(asked -> asked.toLowerCase(Locale.ROOT).equals(outlet));
    }

    private boolean isInRegion(Summary article) {
        return article.regions().stream()
                .anyMatch(tag ->
                        query.regions().contains(tag.code()) && query.roles().contains(tag.role()));
    }

    private boolean isOnTheme(Summary article) {
        return article.themes().stream().anyMatch(tag -> query.themes().contains(tag.code()));
    }

    private boolean isInLanguage(String language) {
        return query.languages().stream().anyMatch(asked -> language.equals(asked) || language.startsWith(asked + "-"));
    }
}
