package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the meta elements that the readers of a page ask for. Most are for browsers, search engines and networks; a
 * reader that asks for another one has to name it here, or will not find it.
 */
final class ReadMetas {
    private static final Set<String> NAMES = new HashSet<>();

    static {
        List.of(
                        TitleReader.META,
                        TitleReader.SITE,
                        AuthorReader.META,
                        DateClaims.PUBLISHED,
                        DateClaims.MODIFIED,
                        PageFacts.LANGUAGE,
                        PageFacts.IMAGE,
                        PageFacts.SECTION,
                        PageFacts.KEYWORDS,
                        PageFacts.DESCRIPTION,
                        List.of(PageFacts.URL, ArticleCheck.TYPE))
                .forEach((Collection<String> names) -> NAMES.addAll(names));
    }

    private ReadMetas() {}

    /** Whether a name that stands between two places of a page is asked for; one with an entity is the parser's to read. */
    static boolean has(byte[] page, int from, int to) {
        var name = new String(page, from, to - from, StandardCharsets.UTF_8);
        return name.indexOf('&') >= 0 || NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }
}
