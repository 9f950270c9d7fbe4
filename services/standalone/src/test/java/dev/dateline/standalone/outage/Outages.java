package dev.dateline.standalone.outage;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Kills, holds or restarts one server after another without warning, and starts each again, and starts again who ended by itself, as
 * whoever runs services does. Of several brokers one is down at a time, as they promise no more.
 */
final class Outages implements AutoCloseable {
    private static final int TICK_MILLIS = 250;
    /** Who is killed before it does anything tests nothing. */
    private static final Duration LIFE = Duration.ofSeconds(12);

    private static final int LONGEST_DEATH_MILLIS = 2_000;
    /** Longer than a consumer may be silent: its work is given to another, and it must not go on when it comes back. */
    private static final int LONGEST_HOLD_MILLIS = 9_000;

    private final List<Server> servers;
    private final List<Kind> kinds;
    private final Random random;
    private final int meanGapMillis;
    private final Map<Server, Long> startedAt = new HashMap<>();
    private final Map<Server, Long> startDue = new HashMap<>();
    private final Map<Server, Long> releaseDue = new HashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final Set<Server> starting = new HashSet<>();
    private final ExecutorService starters = Executors.newCachedThreadPool();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private boolean failing;
    private Throwable failure;

    /** What happens to a server. */
    enum Kind {
        /** {@code kill -9}. */
        KILL,
        /** {@code SIGSTOP}, and {@code SIGCONT} some seconds later. */
        HOLD,
        /** {@code SIGTERM}. */
        RESTART
    }

    /**
     * Begins to look after servers that were started.
     *
     * @param kinds what happens; the more often it is named, the more often it does
     * @param gap mean time between two faults
     */
    Outages(List<Server> servers, List<Kind> kinds, Duration gap, Random random) {
        this.servers = List.copyOf(servers);
        this.kinds = List.copyOf(kinds);
        this.meanGapMillis = Math.toIntExact(gap.toMillis());
        this.random = random;
        servers.forEach(server -> startedAt.put(server, System.nanoTime()));
        thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void fail(boolean failing) {
        this.failing = failing;
    }

    /** How often each was the victim, by name. */
    synchronized Map<String, Integer> faults() {
        return by(fault -> fault.substring(fault.indexOf(' ') + 1));
    }

    /** How often each kind of fault was. */
    synchronized Map<String, Integer> kinds() {
        return by(fault -> fault.substring(0, fault.indexOf(' ')));
    }

    private Map<String, Integer> by(UnaryOperator<String> key) {
        var counts = new TreeMap<String, Integer>();
        faults.forEach((fault, count) -> counts.merge(key.apply(fault), count, Integer::sum));
        return counts;
    }

    /** How often each ended by itself, as when it could not start without another. */
    synchronized Map<String, Integer> ends() {
        return new TreeMap<>(ends);
    }

    /** Throws what went wrong here. */
    synchronized void check() {
        if (failure != null) {
            throw new IllegalStateException("the outages ended", failure);
        }
    }

    private synchronized void tick() {
        if (failure != null) {
            return;
        }
        try {
            for (var server : servers) {
                if (!server.isAlive()) {
                    revive(server);
                } else if (isDue(releaseDue, server)) {
                    releaseDue.remove(server);
                    server.release();
                }
            }
            if (failing && random.nextInt(meanGapMillis) < TICK_MILLIS) {
                failOne();
            }
        } catch (Exception | Error e) {
            failure = e;
        }
    }

    private static boolean isDue(Map<Server, Long> due, Server server) {
        return due.containsKey(server) && System.nanoTime() > due.get(server);
    }

    private void revive(Server server) throws Exception {
        releaseDue.remove(server);
        if (!startDue.containsKey(server)) {
            ends.merge(server.name(), 1, Integer::sum);
            startDue.put(server, System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
        } else if (isDue(startDue, server) && starting.add(server)) {
            CompletableFuture.runAsync(() -> start(server), starters);
        }
    }

    /** A database that mends its files takes its time, in which others fail. */
    private void start(Server server) {
        try {
            server.start();
        } catch (Exception | Error e) {
            failed(e);
        }
        started(server);
    }

    private synchronized void failed(Throwable cause) {
        failure = cause;
    }

    private synchronized void started(Server server) {
        starting.remove(server);
        startDue.remove(server);
        startedAt.put(server, System.nanoTime());
    }

    private void failOne() throws Exception {
        var old = servers.stream().filter(this::mayFail).toList();
        if (old.isEmpty()) {
            return;
        }
        var victim = old.get(random.nextInt(old.size()));
        var kind = kinds.get(random.nextInt(kinds.size()));
        faults.merge(kind.name().toLowerCase(Locale.ROOT) + " " + victim.name(), 1, Integer::sum);
        switch (kind) {
            case KILL -> victim.kill();
            case RESTART -> victim.ask();
            case HOLD -> victim.hold();
        }
        if (kind == Kind.HOLD) {
            releaseDue.put(victim, soon(LONGEST_HOLD_MILLIS));
        } else {
            startDue.put(victim, soon(LONGEST_DEATH_MILLIS));
        }
    }

    private boolean mayFail(Server server) {
        return isWell(server)
                && (!isBroker(server)
                        || servers.stream().filter(Outages::isBroker).allMatch(this::isWell));
    }

    private boolean isWell(Server server) {
        return server.isAlive()
                && !startDue.containsKey(server)
                && !releaseDue.containsKey(server)
                && System.nanoTime() - startedAt.get(server) > LIFE.toNanos();
    }

    private static boolean isBroker(Server server) {
        return server.name().startsWith(Broker.NAME);
    }

    private long soon(int mostMillis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(mostMillis));
    }

    @Override
    public void close() throws Exception {
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
        starters.shutdown();
        starters.awaitTermination(2, TimeUnit.MINUTES);
        for (var server : servers) {
            if (releaseDue.containsKey(server)) {
                server.release();
            }
        }
    }
}
