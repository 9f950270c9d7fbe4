package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of names in lower case, to look it up where they stand in the bytes of a page. */
final class NameTable<T> {
    /** Many more places than names: hardly two share one. */
    private static final int PLACES = 1024;

    private final long[] numbers = new long[PLACES];
    private final byte[][] names = new byte[PLACES][];
    private final @Nullable Object[] values = new @Nullable Object[PLACES];

    NameTable(Map<String, T> known) {
        known.forEach((name, value) -> {
            int place = place(ByteName.of(name));
            numbers[place] = ByteName.of(name);
            names[place] = name.getBytes(StandardCharsets.UTF_8);
            values[place] = value;
        });
    }

    /** What is known of the name between two places, in either case, or null. */
    @SuppressWarnings("unchecked") // Only the constructor puts values in.
    @Nullable
    T of(long number, byte[] page, int from, int to) {
        int place = place(number);
        var value = values[place];
        return value != null && ByteName.is(names[place], page, from, to) ? (T) value : null;
    }

    /** Where a name is, or would be. */
    private int place(long number) {
        int at = (int) ((number * 0x9E3779B97F4A7C15L) >>> 54);
        while (numbers[at] != 0 && numbers[at] != number) {
            at = (at + 1) & (PLACES - 1);
        }
        return at;
    }
}
