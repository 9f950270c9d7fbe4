package dev.dateline.pipeline.feed;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a feed's bytes: by byte order mark, then Content-Type, then XML prolog (RFC 7303), each only if the bytes can be
 * read that way, then by detection. Bytes beyond ASCII that form valid UTF-8 are UTF-8 even where a single-byte charset is
 * declared: such a declaration fits any bytes, the accident of valid UTF-8 is rare.
 */
final class FeedText {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]+)");
    private static final Pattern PROLOG =
            Pattern.compile("(?i)^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:+-]+)[\"']");
    private static final int PROLOG_BYTES = 256;
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
        var utf8 = strictly(bytes, StandardCharsets.UTF_8);
        var declared = find(CHARSET, contentType == null ? "" : contentType)
                .flatMap(charset -> strictly(bytes, charset))
                .or(() -> find(PROLOG, head(bytes)).flatMap(charset -> strictly(bytes, charset)));
        return utf8.or(() -> declared).orElseGet(() -> detect(bytes));
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

    private static Optional<Charset> find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decoded> strictly(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(new Decoded(text, charset));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded detect(byte[] bytes) {
        var match = new CharsetDetector()
                .setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED_BYTES)))
                .detect();
        var charset = match == null || !Charset.isSupported(match.getName())
                ? StandardCharsets.UTF_8
                : Charset.forName(match.getName());
        return from(bytes, 0, charset);
    }
}
