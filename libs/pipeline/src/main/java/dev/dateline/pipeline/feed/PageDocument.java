package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.CharsetLabels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a web page, as far as links are looked for. */
final class PageDocument {
    private static final int MOST_BYTES = 2 << 20;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]+)");

    private PageDocument() {}

    /**
     * Parses a page.
     *
     * @param contentType as the server sent it; it may be wrong or null
     * @param url where the page was found, after redirects
     */
    static Document parse(byte[] page, @Nullable String contentType, String url) {
        var sent = CHARSET.matcher(contentType == null ? "" : contentType);
        var charset = sent.find() ? CharsetLabels.charset(sent.group(1).toLowerCase(Locale.ROOT)) : null;
        var bytes = new ByteArrayInputStream(page, 0, Math.min(page.length, MOST_BYTES));
        try {
            return Jsoup.parse(bytes, charset == null ? null : charset.name(), url);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }
}
