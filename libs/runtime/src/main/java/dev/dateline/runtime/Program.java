package dev.dateline.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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

    private final Deque<Service> running = new ArrayDeque<>();

    /** Starts services, in order. */
    public synchronized void start(List<? extends Service> services) throws StartException {
        for (var service : services) {
            try {
                service.start();
            } catch (StartException | RuntimeException e) {
                service.close();
                close();
                throw e;
            }
            push(service);
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
            try {
                service.start();
            } catch (StartException | RuntimeException e) {
                service.close();
                throw e;
            }
            push(service);
            return null;
        };
    }

    private synchronized void push(Service service) {
        running.push(service);
        log.atInfo().addKeyValue("service", service.name()).log("started");
    }

    /** The services that run, in the order of their start. */
    public synchronized List<Service> services() {
        var order = new ArrayList<>(running);
        Collections.reverse(order);
        return List.copyOf(order);
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            var service = running.pop();
            try {
                service.close();
                log.atInfo().addKeyValue("service", service.name()).log("stopped");
            } catch (RuntimeException e) {
                log.atError().setCause(e).addKeyValue("service", service.name()).log("did not stop cleanly");
            }
        }
    }
}
