package dev.dateline.pipeline.dedup;

/**
 * Turns numbers of 16 bits into planes of their lowest bits, second lowest bits and so on, and back: four squares of 16 by 16 bits side
 * by side in 16 longs are mirrored on their diagonals, by swapping ever smaller quarters (Warren, Hacker's Delight, 7-3).
 */
final class BitPlanes {
    static final int SIDE = Short.SIZE;

    private static final long[] LEFT_HALVES = {
        0, 0x5555_5555_5555_5555L, 0x3333_3333_3333_3333L, 0, 0x0F0F_0F0F_0F0F_0F0FL, 0, 0, 0, 0x00FF_00FF_00FF_00FFL
    };

    private BitPlanes() {}

    /** Mirrors the squares in place; twice gives what there was. */
    static void mirror(long[] rows) {
        for (int half = SIDE / 2; half > 0; half /= 2) {
            long mask = LEFT_HALVES[half];
            for (int row = 0; row < SIDE; row = row + half + 1 & ~half) {
                long swapped = (rows[row] >>> half ^ rows[row + half]) & mask;
                rows[row + half] ^= swapped;
                rows[row] ^= swapped << half;
            }
        }
    }
}
