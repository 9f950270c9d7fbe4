package dev.dateline.console.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * The last article of a page, behind which the next one begins. Articles that arrive meanwhile move nothing: whatever was
 * behind it is still there.
 *
 * @param eventTime to the microsecond, as PostgreSQL keeps it
 */
public record Cursor(Instant eventTime, String articleId) {
    private static final int TIME_BYTES = Long.BYTES;
    /** What decoding puts in the place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Longer than any id. */
    private static final int MAX_LENGTH = 400;

    /** Writes it as clients hand it back: they need not know what it means. */
    public String text() {
        var id = articleId.getBytes(StandardCharsets.UTF_8);
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, eventTime);
        var bytes = ByteBuffer.allocate(TIME_BYTES + id.length).putLong(micros).put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads what a client hands back; empty when it was never ours. */
    public static Optional<Cursor> parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (text.length() > MAX_LENGTH || bytes.remaining() <= TIME_BYTES) {
                return Optional.empty();
            }
            var time = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
            var id = StandardCharsets.UTF_8.decode(bytes).toString();
            return isPlain(time, id) ? Optional.of(new Cursor(time, id)) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(Instant time, String id) {
        return Moments.isStorable(time) && id.chars().noneMatch(c -> Character.isISOControl(c) || c == REPLACEMENT);
    }
}
