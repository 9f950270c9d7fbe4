package dev.dateline.pipeline;

import java.util.regex.Pattern;

/**
 * The site that an address belongs to: its host without the names that sites give to the variants of one page. Pages of one
 * site may be one article; who looks after one of them looks after all, and asks them one after the other.
 */
public final class Site {
    private static final Pattern VARIANT = Pattern.compile("^(?:(?:www\\d?|m|mobile|amp)\\.){1,4}(?=[^.]+\\.)");

    private Site() {}

    /** Names the site, as in {@code news.example} for {@code https://www.news.example/a}. */
    public static String of(WebUrl url) {
        return VARIANT.matcher(url.host()).replaceFirst("");
    }

    /** Names the site of an address; what is no web address is a site of its own. */
    public static String of(String url) {
        return WebUrl.parse(url).map(Site::of).orElse(url);
    }
}
