package dev.dateline.standalone.outage;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills one server after another without warning and starts each again, and starts again who ended by itself, as whoever runs services
 * does.
 */
final class Outages implements AutoCloseable {
    private static final int TICK_MILLIS = 250;
    /** Who is killed before it does anything tests nothing. */
    private static final Duration LIFE = Duration.ofSeconds(12);

    private static final int LONGEST_DEATH_MILLIS = 2_000;

    private final List<Server> servers;
    private final Random random;
    private final int meanGapMillis;
    private final Map<Server, Long> startedAt = new HashMap<>();
    private final Map<Server, Long> startDue = new HashMap<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private boolean killing;
    private Throwable failure;

    /**
     * Begins to look after servers that were started.
     *
     * @param gap mean time between two kills
     */
    Outages(List<Server> servers, Duration gap, Random random) {
        this.servers = List.copyOf(servers);
        this.meanGapMillis = Math.toIntExact(gap.toMillis());
        this.random = random;
        servers.forEach(server -> startedAt.put(server, System.nanoTime()));
        thread.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void kill(boolean killing) {
        this.killing = killing;
    }

    /** How often each was killed. */
    synchronized Map<String, Integer> kills() {
        return new TreeMap<>(kills);
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
        try {
            for (var server : servers) {
                if (!server.isAlive()) {
                    revive(server);
                }
            }
            if (killing && random.nextInt(meanGapMillis) < TICK_MILLIS) {
                killOne();
            }
        } catch (Exception | Error e) {
            failure = e;
            throw new IllegalStateException(e);
        }
    }

    private void revive(Server server) throws Exception {
        var due = startDue.get(server);
        if (due == null) {
            ends.merge(server.name(), 1, Integer::sum);
            startDue.put(server, System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
        } else if (System.nanoTime() > due) {
            startDue.remove(server);
            server.start();
            startedAt.put(server, System.nanoTime());
        }
    }

    private void killOne() throws InterruptedException {
        var old = servers.stream()
                .filter(Server::isAlive)
                .filter(server -> System.nanoTime() - startedAt.get(server) > LIFE.toNanos())
                .toList();
        if (old.isEmpty()) {
            return;
        }
        var victim = old.get(random.nextInt(old.size()));
        victim.kill();
        kills.merge(victim.name(), 1, Integer::sum);
        startDue.put(victim, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_DEATH_MILLIS)));
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
    }
}
