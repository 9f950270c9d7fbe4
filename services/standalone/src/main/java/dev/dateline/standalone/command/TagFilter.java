package dev.dateline.standalone.command;

import dev.dateline.runtime.StartException;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Articles that a person asked for.
 *
 * @param region code of a region that they are to be about; null for any
 * @param theme code of a theme that they are to have; null for any
 * @param language BCP 47 language that they are to be in, {@code zh} for {@code zh-Hant} too; null for any
 */
record TagFilter(
        @Nullable String region,
        @Nullable String theme,
        @Nullable String language) implements Predicate<EnrichedArticle> {
    private static final Pattern OWN = Pattern.compile("[a-z]+:\\S+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*+");

    /**
     * Finds the code that a person means, by the code itself or by its label. What has a prefix, as {@code custom:minerals} and
     * {@code group:v4} do, may be an operator's own and is taken as it is.
     *
     * @param option what asked for it, for the error
     * @param labels of all codes
     */
    static String code(String option, String asked, Map<String, String> labels) throws StartException {
        return labels.entrySet().stream()
                .filter(label -> label.getKey().equalsIgnoreCase(asked)
                        || label.getValue().equalsIgnoreCase(asked))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.of(asked).filter(code -> OWN.matcher(code).matches()))
                .orElseThrow(() ->
                        new StartException(option + " " + asked, "is neither a code nor a name", mend(asked, labels)));
    }

    /** Takes a language as people write it, whatever its case. */
    static String language(String option, String asked) throws StartException {
        if (!LANGUAGE.matcher(asked).matches()) {
            throw new StartException(
                    option + " " + asked, "is no language", "Give a BCP 47 tag such as kk, ru or zh-Hant.");
        }
        return Locale.forLanguageTag(asked).toLanguageTag();
    }

    private static String mend(String asked, Map<String, String> labels) {
        var start = asked.substring(0, Math.min(3, asked.length()));
        var like = labels.entrySet().stream()
                .filter(label -> label.getValue().regionMatches(true, 0, start, 0, start.length()))
                .limit(5)
                .map(label -> label.getValue() + " (" + label.getKey() + ")")
                .collect(Collectors.joining(", "));
        return like.isEmpty()
                ? "Give a code like KZ, 143 or medtop:04000000, or an English name."
                : "Did you mean " + like + "?";
    }

    @Override
    public boolean test(EnrichedArticle article) {
        return (region == null || about(article).anyMatch(region::equals))
                && (theme == null || article.getThemes().stream().anyMatch(tag -> theme.equals(tag.getCode())))
                && (language == null
                        || article.getLanguage().equals(language)
                        || article.getLanguage().startsWith(language + "-"));
    }

    /** The codes of the regions that an article is about. */
    static Stream<String> about(EnrichedArticle article) {
        return article.getRegions().stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                .map(RegionTag::getCode);
    }
}
