package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.pipeline.Site;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The frontier of the crawl: all feeds and pages of this instance's territory, what is to be asked for next, and what an answer
 * changes. What others must know goes to the {@link Ledger}. Whoever reads its records ({@link #recall}) continues where this
 * one stopped.
 *
 * <p>Used by one thread; workers only see the {@link Task}s that it gives out. {@link #statuses} may be asked from any thread.
 */
public final class Frontier {
    private final FrontierRules rules;
    private final Territory territory;
    private final Agenda agenda;
    private final HostGate gate;
    private final Ledger ledger;
    private final InstantSource clock;
    private final StatusBoard board;
    private final PageBook book = new PageBook();
    private final PageVisits pages;
    private final FeedVisits feeds;
    private final Trials trials;
    private final Strays strays;
    private final Quotas quotas;
    private final Recalled recalled = new Recalled();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, KnownSource> polled = new HashMap<>();

    public Frontier(
            FrontierRules rules,
            Territory territory,
            HostGate gate,
            FetchSchedule<Due> schedule,
            Ledger ledger,
            ItemCount count,
            InstantSource clock) {
        var tried = new HashMap<String, Task.Trial>();
        this.rules = rules;
        this.territory = territory;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
        this.quotas = new Quotas(clock);
        this.agenda = new Agenda(gate, schedule, sources, polled, book, tried, quotas, clock);
        this.board = new StatusBoard(ledger, quotas);
        this.pages = new PageVisits(rules, territory, agenda, ledger, book, count);
        this.feeds = new FeedVisits(rules, territory, agenda, ledger, board, pages, count, sources, polled);
        this.trials = new Trials(agenda, book, tried, ledger);
        this.strays = new Strays(territory, ledger);
    }

    /** Takes in a visit of earlier days; {@link #begin} makes use of it. */
    public void recall(int partition, FetchVisit visit) {
        recallForgotten(partition, visit.getUrl());
        recalled.note(visit);
        if (visit.getFeed() || partition != territory.partitionOf(visit.getUrl())) {
            recalled.put(partition, visit);
        } else {
            pages.recall(partition, visit);
        }
    }

    /** Takes in that a visit was forgotten. */
    public void recallForgotten(int partition, String url) {
        recalled.remove(partition, url);
        pages.recallForgotten(partition, url);
    }

    /** Takes in what was told of a source last. */
    public void recall(SourceStatus status) {
        feeds.recall(status);
    }

    /** Takes in that a source was told to be gone. */
    public void recallGone(String sourceId) {
        feeds.recallGone(sourceId);
    }

    /** Begins to look after partitions; all that is remembered of them was recalled, and all sources are there. */
    public void begin(Set<Integer> partitions) {
        territory.add(partitions);
        recalled.drainTo((partition, visit) -> {
            var home = Visits.addressOf(visit);
            if (partition != territory.partitionOf(home)) {
                strays.add(partition, visit);
            }
            if (territory.holds(home)) {
                adopt(visit);
            }
        });
        recalled.pause(gate);
        pages.begin();
        feeds.begin(now());
    }

    private void adopt(FetchVisit visit) {
        if (visit.getFeed()) {
            feeds.recall(visit);
        } else {
            pages.recall(territory.partitionOf(visit.getUrl()), visit);
        }
    }

    /** Adds a source, or changes one that is there. */
    public void put(Source source) {
        feeds.put(source, now());
    }

    /** Stops polling a source; its pages stay known. */
    public void remove(String sourceId) {
        feeds.remove(sourceId);
    }

    /** Does what another instance asks of us. */
    public void take(FetchRequest request) {
        var visit = request.getVisit();
        if (visit != null && visit.getFeed()) {
            feeds.take(request, now());
        } else if (visit != null) {
            pages.plan(visit);
        }
        if (request.getPublished() != null) {
            var known = polled.get(request.getSourceId());
            if (known != null) {
                board.published(known, request.getPublished());
            }
        }
    }

    /**
     * Has a source polled as soon as its host allows. Passed over when the source is another's or paused, or was polled since the
     * order was given: orders may be read again.
     */
    public void fetchNow(String sourceId, Instant issuedAt) {
        var known = polled.get(sourceId);
        if (known != null && known.isPolled() && known.reading == null && !known.wasAskedSince(issuedAt)) {
            agenda.addPoll(known, now());
        }
    }

    /** Does what an operator wants to see of a source or an address, and changes nothing by it; passed over when it is another's to do. */
    public void test(SourceCommand order) {
        var id = order.getSourceId();
        var known = polled.get(id);
        var url = order.getUrl();
        var isOurs = known != null
                || (!sources.containsKey(id) && (url == null ? territory.holdsKey(id) : territory.holds(url)));
        if (isOurs) {
            trials.order(order, known, now());
        }
    }

    /** Lets go of partitions that another instance looks after from now on. */
    public void drop(Set<Integer> partitions) {
        territory.remove(partitions);
        pages.drop(partitions);
        strays.drop(partitions);
        feeds.dropLost();
    }

    /**
     * Gives the next task whose time has come and whose host is free; {@link #apply} must be told what came of it.
     *
     * @param free workers, at least one; no source is given more of them than are left
     */
    public Optional<Turn> next(int free) {
        return agenda.next(free);
    }

    /**
     * Takes in what a worker brought.
     *
     * @return how it ended, as a label for metrics
     */
    public String apply(Fetched fetched) {
        agenda.done(fetched.task());
        if (fetched.task() instanceof Task.Trial) {
            return trials.apply(fetched);
        }
        return fetched.task() instanceof Task.Page page ? opened(page, fetched) : polled(fetched);
    }

    private String polled(Fetched fetched) {
        var poll = (Task.Poll) fetched.task();
        var known = polled.get(poll.source().getId());
        if (known == null
                || known.visit != poll.visit()
                || known.reading != poll.reading()
                || !known.source.getUrl().equals(poll.source().getUrl())) {
            return FetchOutcome.STALE.label();
        }
        if (fetched instanceof Fetched.RulesRead) {
            agenda.addPoll(known, known.pollAt);
            return FetchOutcome.ROBOTS_READ.label();
        }
        return fetched instanceof Fetched.PartRead part ? feeds.partRead(known, part) : feeds.polled(known, fetched);
    }

    private String opened(Task.Page task, Fetched fetched) {
        if (!pages.isCurrent(task) || !sources.containsKey(task.source().getId())) {
            return FetchOutcome.STALE.label();
        }
        if (!(fetched instanceof Fetched.Opened)) {
            quotas.giveBack(task.source());
        }
        if (fetched instanceof Fetched.RulesRead) {
            agenda.addPage(task.link());
            return FetchOutcome.ROBOTS_READ.label();
        }
        var verdict = pages.opened(task, fetched);
        if (verdict.article() != null && !task.isRevisit()) {
            published(task, fetched.at());
        }
        return verdict.outcome();
    }

    /** Counts an article for its source, or has it counted by whoever polls that. */
    private void published(Task.Page task, Instant at) {
        var known = polled.get(task.source().getId());
        if (known != null) {
            board.published(known, at);
            return;
        }
        var feed = Objects.requireNonNullElse(
                task.visit().getListedAt(), task.source().getUrl());
        ledger.request(
                Site.of(feed),
                FetchRequest.newBuilder()
                        .setSourceId(task.source().getId())
                        .setPublished(at)
                        .build());
    }

    /** Tells what was counted and not told yet, and goes on moving what is remembered in the wrong place; to be called every few seconds. */
    public void tidy() {
        polled.values().stream().filter(known -> known.isStatusDue).forEach(board::tellDue);
        strays.move(this::newest);
    }

    private FetchVisit newest(FetchVisit visit) {
        if (visit.getFeed()) {
            var known = polled.get(visit.getSourceId());
            return known == null || known.visit == null ? visit : known.visit;
        }
        var link = PageBook.linkOf(visit.getUrl());
        return link == null
                ? visit
                : book.find(link).map(PageBook.KnownPage::visit).orElse(visit);
    }

    /** Forgets pages that nobody will ask for again; to be called now and then. */
    public void forgetOld() {
        var now = now();
        pages.forgetOld(now, page -> mayBeListed(page.visit(), now));
    }

    private boolean mayBeListed(FetchVisit visit, Instant now) {
        var known = polled.get(visit.getSourceId());
        if (known != null) {
            return known.mayList(PageBook.linkOf(visit.getUrl()));
        }
        return sources.containsKey(visit.getSourceId())
                && visit.getLastAttempt().isAfter(now.minus(rules.rememberElsewhereFor()));
    }

    /** Gives how the sources are doing now. */
    public Collection<SourceStatus> statuses() {
        return board.statuses();
    }

    /** Whole milliseconds, as the records keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
