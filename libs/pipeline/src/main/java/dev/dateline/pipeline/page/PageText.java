package dev.dateline.pipeline.page;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a page: bytes that are UTF-8 stay bytes until the parser reads them. */
final class PageText {
    private final byte[] utf8;
    private final @Nullable String other;

    private PageText(byte[] utf8, @Nullable String other) {
        this.utf8 = utf8;
        this.other = other;
    }

    /** Makes a text of bytes that are known to be UTF-8. */
    static PageText ofUtf8(byte[] bytes) {
        return new PageText(bytes, null);
    }

    static PageText of(String text) {
        return new PageText(new byte[0], text);
    }

    Reader reader() {
        return other == null ? new Utf8Reader(utf8) : new StringReader(other);
    }

    /** The text up to about so many characters; the last one may be cut. */
    String head(int characters) {
        return other == null
                ? new String(utf8, 0, Math.min(utf8.length, characters), StandardCharsets.UTF_8)
                : other.substring(0, Math.min(other.length(), characters));
    }

    @Override
    public String toString() {
        return other == null ? new String(utf8, StandardCharsets.UTF_8) : other;
    }
}
