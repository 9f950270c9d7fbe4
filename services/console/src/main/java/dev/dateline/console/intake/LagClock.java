package dev.dateline.console.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Says for how long a reader of one partition is behind: since when the first record that it has not read has been there, as
 * far as the ends of the partition that were seen tell. It errs by at most the time between two looks, and it knows nothing of
 * the time before the first. Not thread-safe.
 */
final class LagClock {
    /** When a reader stands still for so many looks, every second one is forgotten, and only every second one kept from then on. */
    private static final int MOST = 1_000;

    private record Look(long end, Instant at) {}

    private final Deque<Look> looks = new ArrayDeque<>();
    private Duration apart = Duration.ZERO;

    /**
     * Takes a look.
     *
     * @param position offset of the next record that the reader will read
     * @param end offset behind the last record
     * @return zero when nothing is unread
     */
    Duration behind(long position, long end, Instant now) {
        while (!looks.isEmpty() && looks.peekFirst().end() <= position) {
            looks.removeFirst();
        }
        if (end <= position) {
            return Duration.ZERO;
        }
        if (looks.isEmpty()) {
            apart = Duration.ZERO;
        }
        if (looks.isEmpty() || isNews(looks.getLast(), end, now)) {
            if (looks.size() == MOST) {
                thinOut();
            }
            looks.addLast(new Look(end, now));
        }
        return Duration.between(looks.getFirst().at(), now);
    }

    private boolean isNews(Look last, long end, Instant now) {
        return last.end() < end && !now.isBefore(last.at().plus(apart));
    }

    private void thinOut() {
        var every = looks.toArray(Look[]::new);
        looks.clear();
        for (int i = 0; i < every.length; i += 2) {
            looks.addLast(every[i]);
        }
        apart = Duration.between(looks.getFirst().at(), looks.getLast().at()).dividedBy(looks.size());
    }
}
