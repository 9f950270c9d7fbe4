package dev.dateline.pipeline.feed;

import com.ibm.icu.text.CharsetDetector;
import dev.dateline.pipeline.CharsetLabels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a feed's bytes: by byte order mark, then Content-Type, then XML prolog (RFC 7303), each only if the bytes can be
 * read that way, then by detection. Bytes beyond ASCII that form valid UTF-8 are UTF-8 even where a single-byte charset is
 * declared: such a declaration fits any bytes, the accident of valid UTF-8 is rare. A few broken characters, as where a text
 * was cut off, do not make bytes of another charset: they become U+FFFD.
 */
final class FeedText {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]+)");
    private static final Pattern PROLOG =
            Pattern.compile("(?i)^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:+-]+)[\"']");
    private static final int PROLOG_BYTES = 256;
    /** One in so many characters beyond ASCII may be broken. */
    private static final int MOST_BROKEN = 10;

    private static final int DETECTED_BYTES = 64 << 10;

    private FeedText() {}

    /** A text and what it was decoded with. */
    record Decoded(String text, Charset charset) {}

    static String decode(byte[] bytes, @Nullable String contentType) {
        return read(bytes, contentType).text();
    }

    static Decoded read(byte[] bytes, @Nullable String contentType) {
        var marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        return mostly(bytes, StandardCharsets.UTF_8)
                .or(() -> declared(CHARSET, contentType == null ? "" : contentType)
                        .flatMap(charset -> mostly(bytes, charset)))
                .or(() -> declared(PROLOG, head(bytes)).flatMap(charset -> mostly(bytes, charset)))
                .orElseGet(() -> detect(bytes));
    }

    private static @Nullable Decoded byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return from(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return from(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return from(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0, '<', 0)) {
            return from(bytes, 0, StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, '<', 0) ? from(bytes, 0, StandardCharsets.UTF_16LE) : null;
    }

    private static Decoded from(byte[] bytes, int start, Charset charset) {
        return new Decoded(new String(bytes, start, bytes.length - start, charset), charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, PROLOG_BYTES), StandardCharsets.ISO_8859_1);
    }

    /** Gives what a declaration means to browsers. In UTF-16 it could not have been read as it stands. */
    private static Optional<Charset> declared(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.ofNullable(CharsetLabels.charset(matcher.group(1)))
                        .filter(charset -> !charset.name().startsWith("UTF-16"))
                : Optional.empty();
    }

    private static Optional<Decoded> mostly(byte[] bytes, Charset charset) {
        var text = new String(bytes, charset);
        var broken = 0;
        var foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            broken += text.charAt(i) == '\ufffd' ? 1 : 0;
            foreign += text.charAt(i) > 127 ? 1 : 0;
        }
        return broken == 0 || broken * MOST_BROKEN < foreign
                ? Optional.of(new Decoded(text, charset))
                : Optional.empty();
    }

    private static Decoded detect(byte[] bytes) {
        var detector = new CharsetDetector().setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED_BYTES)));
        // Tags are ASCII in every language, and would outweigh the words
        detector.enableInputFilter(true);
        var match = detector.detect();
        var charset = match == null || !Charset.isSupported(match.getName())
                ? StandardCharsets.UTF_8
                : Charset.forName(match.getName());
        return from(bytes, 0, charset);
    }
}
