package dev.dateline.console.desk;

import dev.dateline.schema.RegionRole;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked to see; an empty part asks for everything.
 *
 * @param source id of a source
 * @param outcome label of a {@link Fate}
 * @param region code of a region that the article is about or was written in; one that is merely mentioned does not count
 * @param theme code of a theme
 * @param language BCP 47 language; {@code zh} takes {@code zh-Hant} too
 * @param text words that stand in the title, the outlet, the address or the excerpt, whatever their case
 */
public record ArticleFilter(String source, String outcome, String region, String theme, String language, String text)
        implements Predicate<Entry> {
    public static final ArticleFilter ALL = new ArticleFilter("", "", "", "", "", "");
    /** What can become of an article. */
    public static final List<String> OUTCOMES =
            Stream.of(Fate.values()).map(Fate::label).toList();

    private static final Set<RegionRole> STRONG = Set.of(RegionRole.ABOUT, RegionRole.DATELINE);

    /** A reader asked for an outcome that no article can have. */
    public static final class UnknownOutcomeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        UnknownOutcomeException(String message) {
            super(message);
        }
    }

    /**
     * Makes a filter.
     *
     * @throws UnknownOutcomeException when there is no such outcome; any other value may be of an operator's own making
     */
    public ArticleFilter {
        source = source.strip();
        outcome = outcome.strip().toLowerCase(Locale.ROOT);
        region = region.strip().toUpperCase(Locale.ROOT);
        theme = theme.strip();
        language = language.strip();
        text = text.strip().toLowerCase(Locale.ROOT);
        if (!outcome.isEmpty() && !OUTCOMES.contains(outcome)) {
            throw new UnknownOutcomeException("outcome must be one of " + String.join(", ", OUTCOMES));
        }
    }

    /**
     * Reads the parts as a request gives them, null for a part that it does not name.
     *
     * @throws UnknownOutcomeException when there is no such outcome
     */
    public static ArticleFilter of(Function<String, @Nullable String> request) {
        return new ArticleFilter(
                part(request, "source"),
                part(request, "outcome"),
                part(request, "region"),
                part(request, "theme"),
                part(request, "language"),
                part(request, "text"));
    }

    private static String part(Function<String, @Nullable String> request, String name) {
        var value = request.apply(name);
        return value == null ? "" : value;
    }

    @Override
    public boolean test(Entry entry) {
        var article = entry.summary();
        return (source.isEmpty() || source.equals(article.sourceId()))
                && (outcome.isEmpty() || outcome.equals(article.outcome().label()))
                && isInRegion(article)
                && isOnTheme(article)
                && isInLanguage(article)
                && hasText(article);
    }

    private boolean isInRegion(Summary article) {
        return region.isEmpty()
                || article.regions().stream().anyMatch(tag -> tag.code().equals(region) && isStrong(tag));
    }

    static boolean isStrong(Summary.Region tag) {
        return STRONG.contains(tag.role());
    }

    private boolean isOnTheme(Summary article) {
        return theme.isEmpty()
                || article.themes().stream().anyMatch(tag -> tag.code().equals(theme));
    }

    private boolean isInLanguage(Summary article) {
        return language.isEmpty()
                || article.language().equals(language)
                || article.language().startsWith(language + "-");
    }

    private boolean hasText(Summary article) {
        return text.isEmpty()
                || contains(article.title())
                || contains(article.excerpt())
                || contains(article.outlet())
                || contains(article.url());
    }

    private boolean contains(@Nullable String words) {
        return words != null && words.toLowerCase(Locale.ROOT).contains(text);
    }
}
