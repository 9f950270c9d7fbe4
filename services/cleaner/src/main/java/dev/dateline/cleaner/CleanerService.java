package dev.dateline.cleaner;

import dev.dateline.cleaner.boilerplate.LiveBoilerplate;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stream of pages; beside it, takedowns are followed, and what hosts repeat is learnt and followed. */
final class CleanerService implements Service, KafkaUser {
    private final Takedowns takedowns;
    private final StreamsService cleaning;
    private final @Nullable Learning learning;

    /** The learning of boilerplate, and what it has learnt. */
    record Learning(LiveBoilerplate boilerplate, StreamsService application) {}

    /**
     * Makes it.
     *
     * @param learning null when nothing is learnt
     */
    CleanerService(Takedowns takedowns, StreamsService cleaning, @Nullable Learning learning) {
        this.takedowns = takedowns;
        this.cleaning = cleaning;
        this.learning = learning;
    }

    @Override
    public String name() {
        return cleaning.name();
    }

    /** The learning application begins first: it verifies the topic that is followed. */
    @Override
    public void start() throws StartException {
        if (learning != null) {
            learning.application().start();
            learning.boilerplate().start();
        }
        takedowns.start();
        cleaning.start();
    }

    /** What is followed of the boilerplate, the learning application reads as well. */
    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(cleaning.rights());
        rights.addAll(Right.to(takedowns.access()));
        if (learning != null) {
            rights.addAll(learning.application().rights());
        }
        return List.copyOf(rights);
    }

    @Override
    public Health health() {
        var health = cleaning.health();
        return health.state() == Health.State.UP && learning != null
                ? learning.application().health()
                : health;
    }

    @Override
    public void close() {
        cleaning.close();
        takedowns.close();
        if (learning != null) {
            learning.boilerplate().close();
            learning.application().close();
        }
    }
}
