package dev.dateline.pipeline.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Names of elements and attributes as numbers, to compare them where they stand in the bytes of a page: the first letters in
 * lower case, and the length. Two long names may share a number.
 */
final class ByteName {
    private static final int LETTERS = 7;
    /** What makes the upper case of a letter the lower one. */
    private static final long LOWER = 0x2020202020202020L;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteName() {}

    static long of(String name) {
        var bytes = new byte[name.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) name.charAt(i);
        }
        return of(bytes, 0, bytes.length);
    }

    static long of(byte[] bytes, int from, int to) {
        int letters = Math.min(LETTERS, to - from);
        if (from + Long.BYTES > bytes.length) {
            return of(Arrays.copyOfRange(bytes, from, from + Long.BYTES), 0, to - from);
        }
        long first = ((long) EIGHT.get(bytes, from) | LOWER) << (Long.BYTES - letters) * Byte.SIZE;
        return letters == 0 ? 0 : first & ~0xFFL | (to - from) & 0xFF;
    }

    /** Whether a name in lower case stands between two places, in either case. */
    static boolean is(byte[] name, byte[] bytes, int from, int to) {
        if (to - from != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            byte c = bytes[from + i];
            if (c != name[i] && (c < 'A' || c > 'Z' || (c | 0x20) != name[i])) {
                return false;
            }
        }
        return true;
    }

    /** A set of names, of open addressing. */
    static final class Names {
        private final long[] places = new long[256];

        Names(String... names) {
            Arrays.stream(names).mapToLong(ByteName::of).forEach(name -> places[place(name)] = name);
        }

        boolean has(long name) {
            return places[place(name)] == name;
        }

        /** Where a name is, or would be. */
        private int place(long name) {
            int at = (int) ((name * 0x9E3779B97F4A7C15L) >>> 56);
            while (places[at] != 0 && places[at] != name) {
                at = (at + 1) & (places.length - 1);
            }
            return at;
        }
    }
}
