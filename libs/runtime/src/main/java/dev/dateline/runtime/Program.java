package dev.dateline.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several services that live and end together: started in the order given, closed in the reverse one. When one cannot
 * start, those before it are closed again.
 */
public final class Program implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Program.class);

    /** In the order of their start; replaced whole, so that health can be asked while services start or stop. */
    private volatile List<Service> running = List.of();

    private volatile boolean ready;

    /** Starts services, in order. */
    public void start(List<? extends Service> services) throws StartException {
        for (var service : services) {
            try {
                startOne(service);
            } catch (StartException | RuntimeException e) {
                close();
                throw e;
            }
        }
    }

    /** Starts services that do not need one another, each in a thread of its own; returns when all run. */
    public void startTogether(List<? extends Service> services) throws StartException, InterruptedException {
        var threads = Executors.newFixedThreadPool(services.size());
        try {
            var starts = threads.invokeAll(services.stream().map(this::starting).toList());
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof StartException cannotStart) {
                throw cannotStart;
            }
            throw new IllegalStateException("a service did not start", e);
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Void> starting(Service service) {
        return () -> {
            startOne(service);
            return null;
        };
    }

    private void startOne(Service service) throws StartException {
        add(service);
        service.start();
        log.atInfo().addKeyValue("service", service.name()).log("started");
    }

    private synchronized void add(Service service) {
        var longer = new ArrayList<>(running);
        longer.add(service);
        running = List.copyOf(longer);
    }

    /** Says that all services of the program have been started. */
    public void markReady() {
        ready = true;
    }

    /** Whether everything was started; how the services are, they say themselves. */
    public boolean isReady() {
        return ready;
    }

    /** The services, those included that are about to start, in the order of their start. */
    public List<Service> services() {
        return running;
    }

    @Override
    public synchronized void close() {
        ready = false;
        var order = new ArrayList<>(running);
        Collections.reverse(order);
        for (var service : order) {
            try {
                service.close();
                log.atInfo().addKeyValue("service", service.name()).log("stopped");
            } catch (RuntimeException e) {
                log.atError().setCause(e).addKeyValue("service", service.name()).log("did not stop cleanly");
            }
        }
        running = List.of();
    }
}
