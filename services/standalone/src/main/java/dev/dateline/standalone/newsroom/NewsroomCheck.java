package dev.dateline.standalone.newsroom;

import dev.dateline.pipeline.DropReason;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what does not fit together in a newsroom, all of it at once. */
final class NewsroomCheck {
    private static final Pattern TOP_LEVEL_THEME = Pattern.compile("medtop:(0[1-9]|1[0-7])000000");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Set<String> DROP_REASONS =
            Stream.of(DropReason.values()).map(DropReason::label).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Article> articles = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private NewsroomCheck() {}

    static List<String> problems(Newsroom newsroom) {
        var check = new NewsroomCheck();
        newsroom.articles().forEach(article -> check.articles.put(article.id(), article));
        newsroom.articles().forEach(check::article);
        if (check.problems.isEmpty()) {
            // An edition can only be made of marks that make sense
            var edition = new Edition(newsroom, 0, Instant.now(), NewsroomServer.QUICK);
            newsroom.outlets().forEach(outlet -> check.paths(outlet, edition));
            newsroom.articles().forEach(article -> check.text(article, edition));
        }
        return check.problems;
    }

    private void article(Article article) {
        var marks = article.marks();
        var truth = marks.truth();
        publication(article);
        known(article, "after", marks.after());
        known(article, "copyOf", truth.copyOf());
        copy(article, truth.copyOf());
        require(article, truth.outcome() == null || DROP_REASONS.contains(truth.outcome()), "unknown outcome");
        require(article, !(marks.gone() && article.texts().size() > 1), "cannot be edited and withdrawn");
        all(article, COUNTRY, truth.about(), truth.notAbout());
        all(article, TOP_LEVEL_THEME, truth.themes(), truth.otherThemes(), truth.notThemes());
        var kept = truth.outcome() == null;
        require(article, !kept || !truth.with().isEmpty(), "an article that is kept needs passages in 'with'");
        require(article, !kept || !truth.themes().isEmpty(), "an article that is kept needs themes");
    }

    private void publication(Article article) {
        var now = Instant.now();
        try {
            var published = Edition.published(article.marks().published(), now);
            require(article, !published.isAfter(now), "is published in the future");
        } catch (DateTimeParseException e) {
            require(article, false, "'published' is neither a time nor a duration");
        }
    }

    /** Copies must come after their originals, else they would be the originals. */
    private void copy(Article article, @Nullable String original) {
        if (original == null || !articles.containsKey(original)) {
            return;
        }
        require(article, original.equals(article.marks().after()), "a copy must appear after its original");
        require(
                article,
                articles.get(original).marks().truth().copyOf() == null,
                "'copyOf' must name the first of its story, " + original + " is a copy itself");
    }

    private void paths(Outlet outlet, Edition edition) {
        var seen = new HashSet<String>();
        outlet.articles()
                .forEach(article -> require(article, seen.add(edition.path(article)), "has the path of another"));
    }

    private void text(Article article, Edition edition) {
        try {
            edition.blocks(article, article.texts().size());
        } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            require(article, false, "refers to what is not there: " + e.getMessage());
        }
    }

    private void known(Article article, String field, @Nullable String id) {
        require(article, id == null || articles.containsKey(id), "'" + field + "' names no article: " + id);
    }

    @SafeVarargs
    private void all(Article article, Pattern form, List<String>... codes) {
        Stream.of(codes)
                .flatMap(List::stream)
                .filter(code -> !form.matcher(code).matches())
                .forEach(code -> require(article, false, "is no code of its kind: " + code));
    }

    private void require(Article article, boolean holds, String problem) {
        if (!holds) {
            problems.add(article.id() + ": " + problem);
        }
    }
}
