package dev.dateline.cleaner;

import dev.dateline.cleaner.boilerplate.LiveBoilerplate;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;

/** The stream of pages; beside it, what hosts repeat is learnt and followed. */
final class CleanerService implements Service {
    private final LiveBoilerplate boilerplate;
    private final Service learning;
    private final Service cleaning;

    CleanerService(LiveBoilerplate boilerplate, Service learning, Service cleaning) {
        this.boilerplate = boilerplate;
        this.learning = learning;
        this.cleaning = cleaning;
    }

    @Override
    public String name() {
        return cleaning.name();
    }

    /** The learning application begins first: it verifies the topic that is followed. */
    @Override
    public void start() throws StartException {
        learning.start();
        boilerplate.start();
        cleaning.start();
    }

    @Override
    public Health health() {
        var health = cleaning.health();
        return health.state() == Health.State.UP ? learning.health() : health;
    }

    @Override
    public void close() {
        cleaning.close();
        boilerplate.close();
        learning.close();
    }
}
