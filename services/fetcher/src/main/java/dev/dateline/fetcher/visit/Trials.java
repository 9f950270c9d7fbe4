package dev.dateline.fetcher.visit;

import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Polls that operators want to see. They take their turns at the hosts like all other requests, are told, and are forgotten: no
 * visit is remembered and nothing is published. Used by the frontier's thread.
 */
final class Trials {
    /** So long somebody waits: two turns at a host with the longest pause that is honoured. Orders are read again after a start. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A person asks for a few; more are somebody's program. */
    static final int MOST = 20;

    private final Agenda agenda;
    private final PageBook pages;
    private final Map<String, Task.Trial> waiting;
    private final Ledger ledger;
    /** When each order was issued that was taken lately: it may be read twice. */
    private final Map<String, Instant> taken = new HashMap<>();

    /**
     * Makes it.
     *
     * @param waiting by the order's id; what is taken out is not done any more
     */
    Trials(Agenda agenda, PageBook pages, Map<String, Task.Trial> waiting, Ledger ledger) {
        this.agenda = agenda;
        this.pages = pages;
        this.waiting = waiting;
        this.ledger = ledger;
    }

    /**
     * Takes an order.
     *
     * @param known the source that it is about; null when it is about an address, or the source is gone
     */
    void order(SourceCommand order, @Nullable KnownSource known, Instant now) {
        var begin = now.minus(PATIENCE);
        taken.values().removeIf(issuedAt -> issuedAt.isBefore(begin));
        waiting.values().removeIf(trial -> trial.order().getIssuedAt().isBefore(begin));
        if (order.getIssuedAt().isBefore(begin) || taken.put(order.getCommandId(), order.getIssuedAt()) != null) {
            return;
        }
        var url = order.getUrl();
        if (known == null && url == null) {
            tell(order, "", now, "This fetcher does not look after such a source any more.");
        } else if (waiting.size() >= MOST) {
            tell(
                    order,
                    url == null ? "" : url,
                    now,
                    "So many tests wait that this one was not begun; try again later.");
        } else {
            begin(new Task.Trial(order, known == null ? poll(order, String.valueOf(url)) : poll(known)), now);
        }
    }

    private static Task.Poll poll(KnownSource known) {
        return new Task.Poll(known.source, known.feedUrl(), null, null);
    }

    private static Task.Poll poll(SourceCommand order, String url) {
        var source = Source.newBuilder()
                .setId(order.getSourceId())
                .setName(url)
                .setKind(order.getKind())
                .setUrl(url)
                .setPublisher(new Publisher(null, null, null))
                .build();
        return new Task.Poll(source, url, null, null);
    }

    /** Takes in what a worker brought for a trial. */
    String apply(Fetched fetched) {
        var task = (Task.Trial) fetched.task();
        if (waiting.remove(task.order().getCommandId()) == null) {
            return FetchOutcome.STALE.label();
        }
        if (fetched instanceof Fetched.RulesRead) {
            begin(task, fetched.at());
            return FetchOutcome.ROBOTS_READ.label();
        }
        if (fetched instanceof Fetched.Crashed crashed) {
            tell(task.order(), task.url(), crashed.at(), "A bug of ours, which the log has: " + crashed.problem());
            return FetchOutcome.CRASHED.label();
        }
        var tried = (Fetched.Tried) fetched;
        if (tried.poll() instanceof Fetched.PartRead part && !part.reading().isDone()) {
            var rest = new Task.Poll(task.source(), part.reading().part(), null, part.reading());
            begin(new Task.Trial(task.order(), rest), tried.at());
            return FetchOutcome.PART_READ.label();
        }
        ledger.tell(TrialReport.of(tried, pages));
        return FetchOutcome.TRIED.label();
    }

    private void begin(Task.Trial trial, Instant now) {
        waiting.put(trial.order().getCommandId(), trial);
        var free = agenda.addTrial(trial);
        if (free != null && free.isAfter(trial.order().getIssuedAt().plus(PATIENCE))) {
            waiting.remove(trial.order().getCommandId());
            tell(
                    trial.order(),
                    trial.url(),
                    now,
                    "Its host has asked us to wait and may be asked again at " + free + ".");
        }
    }

    private void tell(SourceCommand order, String url, Instant now, String problem) {
        ledger.tell(TrialReport.notDone(order, url, now, problem));
    }
}
