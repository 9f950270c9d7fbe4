package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.Site;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the feeds of our territory. A source is polled by whoever has the site that its feed is at now: a redirect to another
 * site takes the source along, a temporary one for one poll. Used by the frontier's thread.
 */
final class FeedVisits {
    private final FrontierRules rules;
    private final Territory territory;
    private final Agenda agenda;
    private final Ledger ledger;
    private final StatusBoard board;
    private final PageVisits pages;
    private final ItemCount count;
    private final PollRules polls;
    private final FeedHints hints = new FeedHints();
    private final StuckValidators stuck = new StuckValidators();
    /** All sources there are, by id. */
    private final Map<String, Source> sources;
    /** Those that are polled here, or would be if they were not paused. */
    private final Map<String, KnownSource> polled;
    /** What was remembered of sources whose own record is still to come. */
    private final Map<String, FetchVisit> waitingVisits = new HashMap<>();

    private final Map<String, SourceStatus> waitingStatuses = new HashMap<>();

    FeedVisits(
            FrontierRules rules,
            Territory territory,
            Agenda agenda,
            Ledger ledger,
            StatusBoard board,
            PageVisits pages,
            ItemCount count,
            Map<String, Source> sources,
            Map<String, KnownSource> polled) {
        this.rules = rules;
        this.territory = territory;
        this.agenda = agenda;
        this.ledger = ledger;
        this.board = board;
        this.pages = pages;
        this.count = count;
        this.polls = new PollRules(rules.interval(), rules.backOff());
        this.sources = sources;
        this.polled = polled;
    }

    /** Takes in a visit of earlier days. */
    void recall(FetchVisit visit) {
        waitingVisits.put(visit.getSourceId(), visit);
    }

    /** Takes in what was told of a source last. */
    void recall(SourceStatus status) {
        waitingStatuses.put(status.getSourceId(), status);
    }

    /** Takes in that a source was told to be gone. */
    void recallGone(String sourceId) {
        waitingStatuses.remove(sourceId);
    }

    /** Begins to poll what is ours by now; sources that are gone are told to be gone. */
    void begin(Instant now) {
        waitingStatuses.values().removeIf(status -> !territory.holds(status.getUrl()));
        waitingStatuses.keySet().stream()
                .filter(id -> !sources.containsKey(id))
                .toList()
                .forEach(this::tellGone);
        sources.values().stream()
                .filter(source -> !polled.containsKey(source.getId()))
                .forEach(source -> settle(source, now));
        waitingStatuses.keySet().removeAll(polled.keySet());
    }

    /** Adds a source, or changes one that is there. */
    void put(Source source, Instant now) {
        if (!source.equals(sources.put(source.getId(), source))) {
            settle(source, now);
            pages.resume(source.getId());
        }
    }

    /** Stops polling a source; its pages stay known. */
    void remove(String sourceId) {
        sources.remove(sourceId);
        agenda.forget(sourceId);
        hints.forget(sourceId);
        stuck.forget(sourceId);
        waitingVisits.remove(sourceId);
        var known = polled.remove(sourceId);
        if (known != null) {
            forget(known);
        }
        if (known != null || waitingStatuses.containsKey(sourceId)) {
            tellGone(sourceId);
        }
    }

    /** Looks after the visit of a feed that another instance hands over, unless it is looked after already. */
    void take(FetchRequest request, Instant now) {
        var id = request.getSourceId();
        var visit = Objects.requireNonNull(request.getVisit(), "what is handed over is a visit");
        if (polled.containsKey(id)) {
            return;
        }
        ledger.remember(territory.partitionOf(Visits.addressOf(visit)), visit);
        waitingVisits.put(id, visit);
        if (request.getStatus() != null) {
            waitingStatuses.put(id, request.getStatus());
        }
        var source = sources.get(id);
        if (source != null) {
            settle(source, now);
        }
    }

    /** Lets go of what is not ours any more. */
    void dropLost() {
        polled.values().removeIf(known -> {
            var isLost = !territory.holds(known.feedUrl());
            if (isLost) {
                board.left(known.id());
            }
            return isLost;
        });
        waitingVisits.values().removeIf(visit -> !territory.holds(Visits.addressOf(visit)));
        waitingStatuses.clear();
    }

    /** Takes in a part of a sitemap. */
    String partRead(KnownSource known, Fetched.PartRead part) {
        if (part.reading().isDone()) {
            return polled(known, part.whole());
        }
        known.reading = part.reading();
        agenda.addPoll(known, part.at());
        return FetchOutcome.PART_READ.label();
    }

    /** Takes in how a poll ended. */
    String polled(KnownSource known, Fetched fetched) {
        known.reading = null;
        var verdict = judge(known, fetched);
        var before = known.visit == null ? null : known.feedUrl();
        known.visit = Visits.remembered(verdict.visit(), verdict.outcome());
        if (!FetchOutcome.ELSEWHERE.label().equals(verdict.outcome())) {
            board.polled(known, fetched.at(), verdict.problem());
        }
        moveFrom(before, known);
        if (territory.holds(known.feedUrl())) {
            ledger.remember(territory.partitionOf(known.feedUrl()), known.visit);
            agenda.addPoll(known, Objects.requireNonNull(known.visit.getNextAttempt()));
        } else {
            handOver(known);
        }
        return verdict.outcome();
    }

    private PollRules.Verdict judge(KnownSource known, Fetched fetched) {
        if (fetched instanceof Fetched.Polled poll) {
            var fresh = poll.listing() == null ? 0 : announce(known, poll.listing(), poll.at());
            var verdict = polls.judge(poll, fresh, hints.after(poll));
            return verdict.with(stuck.leftOut(poll, fresh, verdict.visit()));
        }
        return polls.crashed((Fetched.Crashed) fetched, (Task.Poll) fetched.task());
    }

    /** Plans visits to the pages that a feed lists and nobody knew; gives their number. */
    private int announce(KnownSource known, Fetched.Listing listing, Instant at) {
        if (listing.problem() != null) {
            return 0;
        }
        var counts = new EnumMap<ItemOutcome, Integer>(ItemOutcome.class);
        var listed = new LinkedHashMap<String, FeedItem>();
        for (var item : listing.items()) {
            var link = item.getLink() == null ? null : PageBook.linkOf(item.getLink());
            if (link == null) {
                counts.merge(ItemOutcome.NO_LINK, 1, Integer::sum);
            } else if (listed.size() >= rules.mostItems() && !listed.containsKey(link)) {
                counts.merge(ItemOutcome.OVER_LIMIT, 1, Integer::sum);
            } else if (listed.putIfAbsent(link, Visits.withoutContent(item)) == null) {
                announce(known, item, link, at).ifPresent(outcome -> counts.merge(outcome, 1, Integer::sum));
            }
        }
        if (listing.omitted() > 0) {
            counts.merge(ItemOutcome.OVER_LIMIT, listing.omitted(), Integer::sum);
        }
        known.read(listed);
        counts.forEach((outcome, number) -> count.add(known.id(), outcome, number));
        return counts.getOrDefault(ItemOutcome.LISTED, 0);
    }

    private Optional<ItemOutcome> announce(KnownSource known, FeedItem item, String link, Instant at) {
        // Of pages on sites of others only the last listing tells what is new
        var isKnown = pages.isOurs(link) ? pages.knows(link) : known.items.containsKey(link);
        if (!isKnown) {
            pages.list(item, link, known, at);
            return Optional.of(ItemOutcome.LISTED);
        }
        return pages.renew(item, link, known.source, at) ? Optional.of(ItemOutcome.RENEWED) : Optional.empty();
    }

    /** Has a source polled here, if its feed is at a site of ours. */
    private void settle(Source source, Instant now) {
        var before = polled.get(source.getId());
        var visit = visitOf(source, before);
        if (!territory.holds(visit == null ? source.getUrl() : Visits.addressOf(visit))) {
            leave(before);
            return;
        }
        var known = new KnownSource(source);
        if (before == null) {
            known.status = waitingStatuses.remove(source.getId());
        } else {
            known.continueFrom(before);
        }
        known.visit = visit;
        polled.put(known.id(), known);
        if (known.isPolled()) {
            agenda.addPoll(known, known.firstPoll(now));
        }
        board.added(known, now);
    }

    /** What is known of a source's feed; nothing when the source has got another address since. */
    private @Nullable FetchVisit visitOf(Source source, @Nullable KnownSource before) {
        var visit = before == null ? waitingVisits.remove(source.getId()) : before.visit;
        if (visit == null || visit.getUrl().equals(source.getUrl())) {
            return visit;
        }
        ledger.forget(territory.partitionOf(Visits.addressOf(visit)), visit.getUrl());
        return null;
    }

    private void leave(@Nullable KnownSource known) {
        if (known != null) {
            polled.remove(known.id());
            board.left(known.id());
        }
    }

    private void handOver(KnownSource known) {
        var request = FetchRequest.newBuilder(
                        PageVisits.request(Objects.requireNonNull(known.visit, "a polled feed has a visit")))
                .setStatus(known.status)
                .build();
        ledger.request(Site.of(known.feedUrl()), request);
        leave(known);
    }

    private void moveFrom(@Nullable String before, KnownSource known) {
        if (before != null && territory.partitionOf(before) != territory.partitionOf(known.feedUrl())) {
            ledger.forget(territory.partitionOf(before), known.source.getUrl());
        }
    }

    private void forget(KnownSource known) {
        if (known.visit != null) {
            ledger.forget(territory.partitionOf(known.feedUrl()), known.visit.getUrl());
        }
    }

    private void tellGone(String sourceId) {
        waitingStatuses.remove(sourceId);
        board.removed(sourceId);
    }
}
