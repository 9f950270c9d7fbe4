package dev.dateline.pipeline.page;

import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The text of a page: UTF-8, as nearly all pages have it; it stays bytes until the parser reads them. */
final class PageText {
    private final byte[] utf8;

    private PageText(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Makes a text of bytes that are known to be UTF-8. */
    static PageText ofUtf8(byte[] bytes) {
        return new PageText(bytes);
    }

    static PageText of(String text) {
        return new PageText(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] utf8() {
        return utf8;
    }

    Reader reader() {
        return new Utf8Reader(utf8);
    }

    /** The text up to about so many characters; the last one may be cut. */
    String head(int characters) {
        return new String(utf8, 0, Math.min(utf8.length, characters), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
