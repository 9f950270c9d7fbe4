package dev.dateline.standalone;

import dev.dateline.standalone.newsroom.Newsroom;
import dev.dateline.standalone.newsroom.NewsroomServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A newsroom that opened a while ago, so that tests need not wait for its articles to appear. */
final class GrownNewsroom {
    private static final Duration AGE = Duration.ofMinutes(5);

    private GrownNewsroom() {}

    static NewsroomServer start() throws IOException {
        var clock = new OpeningClock();
        var server = NewsroomServer.start(Newsroom.load(), 0, clock);
        clock.opening = false;
        return server;
    }

    private static final class OpeningClock extends Clock {
        private volatile boolean opening = true;

        @Override
        public Instant instant() {
            return opening ? Instant.now().minus(AGE) : Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new IllegalStateException("the newsroom works in UTC");
        }
    }
}
