package dev.dateline.pipeline.page;

import com.ibm.icu.text.CharsetDetector;
import dev.dateline.pipeline.CharsetLabels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a page into text. The charset is looked for where the HTML standard says (12.2.3.2, encoding
 * sniffing): byte order mark, HTTP, meta; a claim of UTF-8 that the bytes do not keep, or no claim, is settled by
 * detection (ICU). What a claim means is the Encoding Standard's to say ({@link CharsetLabels}). Malformed bytes become U+FFFD.
 */
final class PageDecoder {
    private static final int META_SCAN = 4096;
    private static final int DETECTION_SCAN = 32_768;
    private static final int MINIMUM_CONFIDENCE = 30;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
    private static final Pattern XML_ENCODING =
            Pattern.compile("(?i)^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)");

    private PageDecoder() {}

    static PageText decode(byte[] body, @Nullable String contentType) {
        var marked = byteOrderMark(body);
        if (marked != null) {
            return PageText.of(stripMark(new String(body, marked)));
        }
        var kind = Utf8.kindOf(body);
        if (kind == Utf8.Kind.UTF_8) {
            return PageText.ofUtf8(body); // No other charset looks like UTF-8 by chance.
        }
        var claimed = claimed(body, contentType);
        if (kind == Utf8.Kind.ASCII && (claimed == null || claimed.equals(StandardCharsets.UTF_8))) {
            return PageText.ofUtf8(body);
        }
        if (claimed == null || claimed.equals(StandardCharsets.UTF_8)) {
            claimed = mostlyUtf8(body) ? StandardCharsets.UTF_8 : detected(body);
        }
        return PageText.of(new String(body, claimed));
    }

    private static @Nullable Charset byteOrderMark(byte[] body) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return startsWith(body, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16BE
                : startsWith(body, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String stripMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static @Nullable Charset claimed(byte[] body, @Nullable String contentType) {
        var sent = contentType == null ? null : named(CHARSET, contentType);
        if (sent != null) {
            return sent;
        }
        var head = new String(body, 0, Math.min(body.length, META_SCAN), StandardCharsets.ISO_8859_1);
        var declared = declared(XML_ENCODING, head);
        return declared != null ? declared : declared(CHARSET, head);
    }

    private static @Nullable Charset named(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? CharsetLabels.charset(match.group(1)) : null;
    }

    /** A page whose declaration could be read is not in UTF-16, whatever it says; the standard reads UTF-8. */
    private static @Nullable Charset declared(Pattern pattern, String head) {
        var charset = named(pattern, head);
        return charset != null && charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    }

    /** One cut-off character does not make a page of another charset. */
    private static boolean mostlyUtf8(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\ufffd').count();
        long foreign = text.chars().filter(c -> c > 127).count();
        return broken * 10 < foreign;
    }

    private static Charset detected(byte[] body) {
        var detector = new CharsetDetector().setText(Arrays.copyOf(body, Math.min(body.length, DETECTION_SCAN)));
        detector.enableInputFilter(true);
        var match = detector.detect();
        if (match == null || match.getConfidence() < MINIMUM_CONFIDENCE || !Charset.isSupported(match.getName())) {
            return Charset.forName("windows-1252");
        }
        return Charset.forName(match.getName());
    }
}
