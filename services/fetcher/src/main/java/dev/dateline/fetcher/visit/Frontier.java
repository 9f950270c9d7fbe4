package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The frontier of the crawl: all sources and pages of this instance, what is to be asked for next, and what an answer
 * changes. What others must know goes to the {@link Ledger}. Whoever reads its records ({@link #recall}) continues where this
 * one stopped: what memory has beyond them is only what the next poll of a feed brings again.
 *
 * <p>Used by one thread; workers only see the {@link Task}s that it gives out. {@link #statuses} may be asked from any thread.
 */
public final class Frontier {
    private final FrontierRules rules;
    private final Agenda agenda;
    private final Ledger ledger;
    private final InstantSource clock;
    private final PollRules polls;
    private final PageRules pageRules;
    private final StatusBoard board;
    private final HostOutages outages = new HostOutages();
    private final PageBook pages = new PageBook();
    private final Map<String, KnownSource> sources = new HashMap<>();
    private final Trials trials;
    /** What was remembered of sources whose own record is still to come. */
    private final Map<String, FetchVisit> recalledFeeds = new HashMap<>();

    private final Map<String, SourceStatus> recalledStatuses = new HashMap<>();

    public Frontier(
            FrontierRules rules, HostGate gate, FetchSchedule<Due> schedule, Ledger ledger, InstantSource clock) {
        this.rules = rules;
        var tried = new HashMap<String, Task.Trial>();
        this.agenda = new Agenda(gate, schedule, sources, pages, tried, clock);
        this.ledger = ledger;
        this.clock = clock;
        this.trials = new Trials(agenda, pages, tried, ledger);
        this.polls = new PollRules(rules.interval(), rules.backOff());
        this.pageRules = new PageRules(rules.revisits(), rules.backOff());
        this.board = new StatusBoard(ledger);
    }

    /** Takes in a visit of earlier days; all of a partition come before its sources. */
    public void recall(int partition, FetchVisit visit) {
        if (visit.getFeed()) {
            recalledFeeds.put(visit.getSourceId(), visit);
            return;
        }
        var link = PageBook.linkOf(visit.getUrl());
        if (link != null) {
            pages.remove(link);
            pages.put(link, partition, visit);
        }
    }

    /** Takes in that a visit was forgotten. */
    public void recallForgotten(String url) {
        var link = PageBook.linkOf(url);
        if (link != null) {
            pages.remove(link);
        }
    }

    /** Takes in what was told of a source last. */
    public void recall(SourceStatus status) {
        recalledStatuses.put(status.getSourceId(), status);
    }

    /** Adds a source, or changes one that is there. */
    public void put(int partition, Source source) {
        var before = sources.get(source.getId());
        if (before != null && before.source.equals(source)) {
            return;
        }
        var known = new KnownSource(partition, source);
        known.visit = recalledFeeds.remove(source.getId());
        known.status = recalledStatuses.remove(source.getId());
        if (before != null) {
            known.continueFrom(before);
        } else {
            pages.attemptsOf(source.getId()).forEach(asked -> known.quota.recall(asked, now()));
        }
        if (known.visit != null && !known.visit.getUrl().equals(source.getUrl())) {
            known.visit = null;
        }
        sources.put(source.getId(), known);
        if (known.isPolled()) {
            agenda.addPoll(known, known.firstPoll(now()));
            pages.linksOf(known.id()).forEach(agenda::addPage);
        }
        board.added(known, now());
    }

    /**
     * Has a source polled as soon as its host allows. Passed over when the source is another's or paused, or was polled since the
     * order was given: orders may be read again.
     */
    public void fetchNow(String sourceId, Instant issuedAt) {
        var known = sources.get(sourceId);
        if (known != null && known.isPolled() && known.reading == null && !known.wasAskedSince(issuedAt)) {
            agenda.addPoll(known, now());
        }
    }

    /** Does what an operator wants to see of a source or an address, and changes nothing by it. */
    public void test(SourceCommand order) {
        trials.order(order, sources.get(order.getSourceId()), now());
    }

    /** Stops polling a source; its pages stay known. */
    public void remove(int partition, String sourceId) {
        recalledFeeds.remove(sourceId);
        agenda.forget(sourceId);
        if (sources.remove(sourceId) != null || recalledStatuses.remove(sourceId) != null) {
            board.removed(partition, sourceId);
        }
    }

    /** Lets go of partitions that another instance looks after from now on. */
    public void drop(Set<Integer> partitions) {
        pages.drop(partitions);
        sources.values().removeIf(known -> {
            var isLeft = partitions.contains(known.partition);
            if (isLeft) {
                board.left(known.id());
            }
            return isLeft;
        });
        recalledFeeds.clear();
        recalledStatuses.clear();
    }

    /** Gives the next task whose time has come and whose host is free. */
    public Optional<Turn> next() {
        return agenda.next();
    }

    /**
     * Takes in what a worker brought.
     *
     * @return how it ended, as a label for metrics
     */
    public String apply(Fetched fetched) {
        if (fetched.task() instanceof Task.Trial) {
            return trials.apply(fetched);
        }
        var known = sources.get(fetched.task().source().getId());
        if (known == null) {
            return FetchOutcome.STALE.label();
        }
        if (fetched.task() instanceof Task.Page && !(fetched instanceof Fetched.Opened)) {
            known.quota.giveBack();
        }
        if (fetched instanceof Fetched.RulesRead) {
            agenda.addAgain(known, fetched.task());
            return FetchOutcome.ROBOTS_READ.label();
        }
        if (fetched.task() instanceof Task.Poll poll) {
            var isCurrent = known.visit == poll.visit()
                    && known.reading == poll.reading()
                    && known.source.getUrl().equals(poll.source().getUrl());
            if (isCurrent && fetched instanceof Fetched.PartRead part) {
                return partRead(known, part);
            }
            return isCurrent ? polled(known, fetched) : FetchOutcome.STALE.label();
        }
        var task = (Task.Page) fetched.task();
        var isCurrent = pages.find(task.link())
                .filter(page -> page.visit() == task.visit())
                .isPresent();
        return isCurrent ? opened(known, task, fetched) : FetchOutcome.STALE.label();
    }

    /** Forgets pages that nobody will ask for again; to be called now and then. */
    public void forgetOld() {
        for (var link : pages.restingSince(now().minus(rules.rememberFor()))) {
            var page = pages.find(link).orElseThrow();
            var known = sources.get(page.visit().getSourceId());
            if (known == null || !known.items.containsKey(link)) {
                pages.remove(link);
                ledger.forget(page.partition(), page.visit().getUrl());
            }
        }
    }

    /** Gives how the sources are doing now. */
    public Collection<SourceStatus> statuses() {
        return board.statuses();
    }

    private String partRead(KnownSource known, Fetched.PartRead part) {
        if (part.reading().isDone()) {
            return polled(known, part.whole());
        }
        known.reading = part.reading();
        agenda.addPoll(known, part.at());
        return FetchOutcome.PART_READ.label();
    }

    private String polled(KnownSource known, Fetched fetched) {
        known.reading = null;
        PollRules.Verdict verdict;
        if (fetched instanceof Fetched.Polled polled) {
            var fresh = polled.listing() == null ? 0 : announce(known, polled.listing(), polled.at());
            verdict = polls.judge(polled, fresh);
        } else {
            verdict = polls.crashed((Fetched.Crashed) fetched, (Task.Poll) fetched.task());
        }
        known.visit = verdict.visit();
        ledger.remember(
                known.partition, known.unsettled.isEmpty() ? known.visit : KnownSource.withoutValidators(known.visit));
        agenda.addPoll(known, Objects.requireNonNull(known.visit.getNextAttempt()));
        board.polled(known, fetched.at(), verdict.problem());
        return verdict.outcome();
    }

    /** Plans visits to the pages that a feed lists and nobody knew; gives their number. */
    private int announce(KnownSource known, Fetched.Listing listing, Instant at) {
        if (listing.problem() != null) {
            return 0;
        }
        var listed = new LinkedHashMap<String, FeedItem>();
        var fresh = 0;
        for (var item : listing.items()) {
            var link = item.getLink() == null ? null : PageBook.linkOf(item.getLink());
            if (link == null || listed.size() >= rules.mostItems() || listed.putIfAbsent(link, item) != null) {
                continue;
            }
            if (!pages.knows(link)) {
                fresh++;
                pages.put(link, known.partition, Visits.planned(item.getLink(), known.id(), at));
                agenda.addPage(link);
            }
            if (!Visits.isSettled(pages.find(link).orElseThrow().visit())) {
                known.unsettled.add(link);
            }
        }
        known.items = listed;
        return fresh;
    }

    private String opened(KnownSource known, Task.Page task, Fetched fetched) {
        var judged = judge(task, fetched);
        var verdict =
                FromFeed.verdict(task, fetched, judged, isBroughtByOther(task)).orElse(judged);
        pages.put(task.link(), known.partition, verdict.visit());
        ledger.remember(known.partition, verdict.visit());
        if (verdict.article() != null) {
            ledger.publish(verdict.article(), !task.isRevisit());
            if (!task.isRevisit()) {
                board.published(known, fetched.at());
            }
        }
        agenda.addPage(task.link());
        settle(known, task.link(), verdict.visit());
        return verdict.outcome();
    }

    private PageVerdict judge(Task.Page task, Fetched fetched) {
        if (fetched instanceof Fetched.Opened opened) {
            var host = Agenda.hostOf(task.url());
            if (task.isRevisit()) {
                outages.count(host, opened);
            }
            return pageRules.judge(opened, isBroughtByOther(task), outages.isBroken(host));
        }
        return fetched instanceof Fetched.Forbidden forbidden
                ? pageRules.forbidden(forbidden)
                : pageRules.crashed(task, fetched.at());
    }

    private Predicate<String> isBroughtByOther(Task.Page task) {
        return article -> pages.isBroughtByOther(article, task.link());
    }

    private void settle(KnownSource known, String link, FetchVisit visit) {
        if (Visits.isSettled(visit) && known.unsettled.remove(link) && known.unsettled.isEmpty()) {
            if (known.visit != null) {
                ledger.remember(known.partition, known.visit);
            }
            board.settled(known);
        }
    }

    /** Whole milliseconds, as the records keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
