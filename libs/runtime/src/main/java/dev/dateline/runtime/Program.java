package dev.dateline.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
            running.push(service);
            log.atInfo().addKeyValue("service", service.name()).log("started");
        }
    }

    /** The services that run, in the order of their start. */
    public synchronized List<Service> services() {
        var order = new java.util.ArrayList<>(running);
        java.util.Collections.reverse(order);
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
