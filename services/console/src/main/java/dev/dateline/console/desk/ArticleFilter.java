package dev.dateline.console.desk;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked to see; an empty part asks for everything.
 *
 * @param region code of a region that the article is about or was written in; one that is merely mentioned does not count
 * @param theme code of a theme
 * @param language BCP 47 language; {@code zh} takes {@code zh-Hant} too
 * @param text words that stand in the title, the outlet or the excerpt, whatever their case
 */
public record ArticleFilter(String region, String theme, String language, String text) implements Predicate<Entry> {
    public static final ArticleFilter ALL = new ArticleFilter("", "", "", "");
    private static final Set<RegionRole> STRONG = Set.of(RegionRole.ABOUT, RegionRole.DATELINE);

    public ArticleFilter {
        region = region.strip().toUpperCase(Locale.ROOT);
        theme = theme.strip();
        language = language.strip();
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    /** Reads the parts as a request gives them, null for a part that it does not name. */
    public static ArticleFilter of(
            @Nullable String region, @Nullable String theme, @Nullable String language, @Nullable String text) {
        return new ArticleFilter(orEmpty(region), orEmpty(theme), orEmpty(language), orEmpty(text));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    @Override
    public boolean test(Entry entry) {
        var article = entry.article();
        return isInRegion(article) && isOnTheme(article) && isInLanguage(article) && hasText(article);
    }

    private boolean isInRegion(EnrichedArticle article) {
        return region.isEmpty()
                || article.getRegions().stream()
                        .anyMatch(tag -> tag.getCode().equals(region) && STRONG.contains(tag.getRole()));
    }

    private boolean isOnTheme(EnrichedArticle article) {
        return theme.isEmpty()
                || article.getThemes().stream().anyMatch(tag -> tag.getCode().equals(theme));
    }

    private boolean isInLanguage(EnrichedArticle article) {
        return language.isEmpty()
                || article.getLanguage().equals(language)
                || article.getLanguage().startsWith(language + "-");
    }

    private boolean hasText(EnrichedArticle article) {
        return text.isEmpty()
                || contains(article.getTitle())
                || contains(article.getText())
                || contains(article.getPublisher().getOutlet());
    }

    private boolean contains(@Nullable String words) {
        return words != null && words.toLowerCase(Locale.ROOT).contains(text);
    }
}
