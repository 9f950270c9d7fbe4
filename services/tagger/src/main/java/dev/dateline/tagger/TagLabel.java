package dev.dateline.tagger;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Bounds what tags are called in metrics: codes of closed lists stay as they are, all others share a word. */
final class TagLabel {
    /** BCP 47's word for a language that is not known. */
    static final String UNDETERMINED = "und";

    private static final String OTHER = "other";
    private static final String OWN = "own";
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Of UN M49, which has some thirty. */
    private static final Pattern CONTAINER = Pattern.compile("\\d{3}");

    private static final Pattern TOP_LEVEL = Pattern.compile("medtop:\\d\\d000000");
    private static final String MEDIA_TOPIC = "medtop:";

    private TagLabel() {}

    /** The language without script and region. */
    static String ofLanguage(String tag) {
        var language = Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? UNDETERMINED : LANGUAGES.contains(language) ? language : OTHER;
    }

    static String ofRegion(String code) {
        return COUNTRIES.contains(code) || CONTAINER.matcher(code).matches() ? code : OWN;
    }

    /** The number of a top-level Media Topic; empty for one below, which its ancestor stands for. */
    static String ofTheme(String code) {
        if (!code.startsWith(MEDIA_TOPIC)) {
            return OWN;
        }
        return TOP_LEVEL.matcher(code).matches() ? code.substring(MEDIA_TOPIC.length()) : "";
    }
}
