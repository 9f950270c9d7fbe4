package dev.dateline.pipeline.page;

import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.RawArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smaller things that a page says of its article. */
final class PageFacts {
    static final List<String> LANGUAGE = List.of("content-language", "og:locale", "dc.language", "language");
    static final List<String> IMAGE = List.of("og:image", "og:image:url", "twitter:image");
    static final List<String> SECTION = List.of("article:section", "section", "articlesection");
    static final List<String> KEYWORDS = List.of("news_keywords", "keywords");
    static final String URL = "og:url";
    static final List<String> DESCRIPTION = List.of("og:description", "description", "twitter:description");

    private static final String COMMAS = ",;，、";

    private PageFacts() {}

    static @Nullable String claimedLanguage(Page page, RawArticle raw) {
        var html = page.document().firstElementChild();
        var lang = html == null ? "" : html.attr("lang").isBlank() ? html.attr("xml:lang") : html.attr("lang");
        if (!lang.isBlank()) {
            return lang;
        }
        var meta = page.firstMeta(LANGUAGE);
        if (meta != null || page.jsonLd().language() != null) {
            return meta != null ? meta : page.jsonLd().language();
        }
        return raw.getPublisher().getLanguage();
    }

    /** The address that the page calls canonical; absolute, http or https. */
    static @Nullable String declaredUrl(Page page) {
        var link = page.scan().canonical;
        var said = link == null ? page.meta().get(URL) : link.attr("href");
        var address = link == null || said == null || isAbsolute(said) ? said : link.absUrl("href");
        return address == null
                ? null
                : CanonicalUrl.parse(address)
                        .map(CanonicalUrl::value)
                        .filter(value -> value.length() <= CleanerLimits.ADDRESS)
                        .orElse(null);
    }

    static @Nullable String leadImage(Page page) {
        var image = page.firstMeta(IMAGE);
        image = image == null ? page.jsonLd().image() : image;
        return image == null || image.startsWith("data:") || image.length() > CleanerLimits.ADDRESS
                ? null
                : absolute(page, image);
    }

    static @Nullable String section(Page page) {
        var section = page.firstMeta(SECTION);
        section = section == null ? page.jsonLd().section() : section;
        return section == null ? null : limited(section);
    }

    static List<String> keywords(Page page) {
        var said = page.firstMeta(KEYWORDS);
        var words = said == null ? page.jsonLd().keywords() : parts(said);
        return words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(PageFacts::limited)
                .distinct()
                .limit(CleanerLimits.KEYWORDS)
                .toList();
    }

    private static List<String> parts(String list) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= list.length(); i++) {
            if (i == list.length() || COMMAS.indexOf(list.charAt(i)) >= 0) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    /** A name without its end if it is too long; never half a character. */
    private static String limited(String name) {
        if (name.length() <= CleanerLimits.NAME) {
            return name;
        }
        boolean isHalf = Character.isHighSurrogate(name.charAt(CleanerLimits.NAME - 1));
        return name.substring(0, CleanerLimits.NAME - (isHalf ? 1 : 0)).strip();
    }

    private static @Nullable String absolute(Page page, String address) {
        var absolute = isAbsolute(address)
                ? address
                : page.document().createElement("a").attr("href", address).absUrl("href");
        var found = absolute.isEmpty() ? address : absolute;
        return found.length() > CleanerLimits.ADDRESS ? null : found;
    }

    /** Whether an address needs no page to be read against; most do not, and resolving costs more than all the rest here. */
    private static boolean isAbsolute(String address) {
        if (!address.startsWith("https://") && !address.startsWith("http://")) {
            return false;
        }
        for (int i = "https:".length(); i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || c == ':' || c == '\\' || (c == '/' && address.startsWith("/.", i))) {
                return false;
            }
        }
        return true;
    }
}
