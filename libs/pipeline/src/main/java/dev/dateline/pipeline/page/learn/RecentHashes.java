package dev.dateline.pipeline.page.learn;

import java.nio.ByteBuffer;

/** The latest hashes of something, up to a number; the oldest goes for the newest. */
final class RecentHashes {
    private final int[] hashes;
    private int size;

    RecentHashes(int most, ByteBuffer stored) {
        this.hashes = new int[most];
        var ints = stored.asIntBuffer();
        this.size = Math.min(most, ints.remaining());
        ints.position(ints.remaining() - size);
        ints.get(hashes, 0, size);
    }

    boolean contains(long hash) {
        return indexOf(hash) >= 0;
    }

    void add(long hash) {
        if (size == hashes.length) {
            removeAt(0);
        }
        hashes[size++] = (int) hash;
    }

    /** Takes a hash out; says whether it was there. */
    boolean remove(long hash) {
        int at = indexOf(hash);
        if (at < 0) {
            return false;
        }
        removeAt(at);
        return true;
    }

    ByteBuffer bytes() {
        var bytes = ByteBuffer.allocate(size * Integer.BYTES);
        bytes.asIntBuffer().put(hashes, 0, size);
        return bytes;
    }

    private int indexOf(long hash) {
        for (int i = 0; i < size; i++) {
            if (hashes[i] == (int) hash) {
                return i;
            }
        }
        return -1;
    }

    private void removeAt(int at) {
        System.arraycopy(hashes, at + 1, hashes, at, size - at - 1);
        size--;
    }
}
