package dev.dateline.deduplicator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Hears what deduplicators of this JVM say of their index; only of those that hold many articles, since others may run beside. */
final class IndexStarts implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(DeduplicationProcessor.class);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final int least;

    IndexStarts(int least) {
        this.least = least;
        heard.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(heard);
    }

    /** Gives what was said so far, in order. */
    List<String> said() {
        return List.copyOf(heard.list).stream()
                .filter(event -> articles(event) >= least)
                .map(ILoggingEvent::getMessage)
                .toList();
    }

    private static int articles(ILoggingEvent event) {
        return event.getKeyValuePairs().stream()
                .filter(pair -> pair.key.equals("articles"))
                .mapToInt(pair -> (int) pair.value)
                .sum();
    }

    @Override
    public void close() {
        logger.detachAppender(heard);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
