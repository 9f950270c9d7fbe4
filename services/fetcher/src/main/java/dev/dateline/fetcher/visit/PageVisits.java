package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.Site;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Looks after the article pages of our territory, and hands over those of others. Used by the frontier's thread. */
final class PageVisits {
    private final FrontierRules rules;
    private final Territory territory;
    private final Agenda agenda;
    private final Ledger ledger;
    private final PageBook pages;
    private final ItemCount count;
    private final PageRules pageRules;
    private final HostOutages outages = new HostOutages();
    /** Links that were read back and wait for {@link #begin}. */
    private final List<String> recalled = new ArrayList<>();

    PageVisits(
            FrontierRules rules, Territory territory, Agenda agenda, Ledger ledger, PageBook pages, ItemCount count) {
        this.rules = rules;
        this.territory = territory;
        this.agenda = agenda;
        this.ledger = ledger;
        this.pages = pages;
        this.count = count;
        this.pageRules = new PageRules(rules.revisits(), rules.backOff());
    }

    /** Takes in a visit of earlier days. */
    void recall(int partition, FetchVisit visit) {
        var link = PageBook.linkOf(visit.getUrl());
        if (link != null) {
            pages.remove(link);
            pages.put(link, partition, visit);
            recalled.add(link);
        }
    }

    /** Takes in that a visit was forgotten. */
    void recallForgotten(int partition, String url) {
        var link = PageBook.linkOf(url);
        if (link != null) {
            pages.find(link).filter(page -> page.partition() == partition).ifPresent(page -> pages.remove(link));
        }
    }

    /** Begins the visits that were read back. */
    void begin() {
        recalled.forEach(agenda::addPage);
        recalled.stream()
                .flatMap(link -> pages.find(link).stream())
                .map(page -> page.visit().getSourceId())
                .distinct()
                .forEach(agenda::recall);
        recalled.clear();
    }

    /** Goes on with the pages of a source that may be asked again. */
    void resume(String sourceId) {
        pages.linksOf(sourceId).forEach(agenda::addPage);
    }

    boolean knows(String link) {
        return pages.knows(link);
    }

    boolean isOurs(String url) {
        return territory.holds(url);
    }

    /** Plans visits to a page that a feed lists; nothing is done for a page that is known. */
    void list(FeedItem item, String link, KnownSource known, Instant at) {
        plan(Visits.listed(item, link, known.id(), known.homeUrl(), at));
    }

    /**
     * Publishes the next version of an article that only its feed gives us, when that feed carries another text than before. What another
     * feed says of it is no version: two that differ would take turns for ever.
     */
    boolean renew(FeedItem item, String link, Source source, Instant at) {
        var renewed = pages.find(link)
                .filter(page -> page.visit().getSourceId().equals(source.getId()))
                .flatMap(page -> FromFeed.renewed(page.visit(), source, item, at));
        renewed.ifPresent(verdict -> {
            remember(link, verdict.visit());
            ledger.publish(Objects.requireNonNull(verdict.article(), "a new version is published"), false);
        });
        return renewed.isPresent();
    }

    /** Looks after a visit from now on, or has it looked after by whoever has its site; nothing is done for a page that is known. */
    void plan(FetchVisit visit) {
        var link = PageBook.linkOf(visit.getUrl());
        if (link == null || pages.knows(link)) {
            return;
        }
        if (!territory.holds(visit.getUrl())) {
            ledger.request(Site.of(visit.getUrl()), request(visit));
            return;
        }
        remember(link, visit);
        agenda.addPage(link);
    }

    /** Takes in what a worker brought. */
    PageVerdict opened(Task.Page task, Fetched fetched) {
        var judged = judge(task, fetched);
        var verdict =
                FromFeed.verdict(task, fetched, judged, isBroughtByOther(task)).orElse(judged);
        remember(task.link(), Visits.remembered(forNext(task, verdict.visit()), verdict.outcome()));
        if (verdict.article() != null) {
            ledger.publish(verdict.article(), !task.isRevisit());
        }
        if (verdict.visit().getMovedTo() != null) {
            plan(Visits.carriedOn(task.visit(), verdict.visit(), fetched.at()));
        }
        if (isGivenUp(verdict.visit())) {
            count.add(task.source().getId(), ItemOutcome.GIVEN_UP, 1);
        }
        agenda.addPage(task.link());
        return verdict;
    }

    /** The last revisit believes no validator: some servers and caches keep one while the content changes. */
    private FetchVisit forNext(Task.Page task, FetchVisit visit) {
        return rules.revisits().of(task.source()).isLast(visit.getRevisits()) ? Visits.withoutValidators(visit) : visit;
    }

    private static boolean isGivenUp(FetchVisit visit) {
        return visit.getNextAttempt() == null && visit.getArticleId() == null && visit.getMovedTo() == null;
    }

    /** Says whether a task is about what is known now. */
    boolean isCurrent(Task.Page task) {
        return pages.find(task.link())
                .filter(page -> page.visit() == task.visit())
                .isPresent();
    }

    /**
     * Forgets pages that nobody will ask for again.
     *
     * @param isListed says of a page whether its feed still lists it, as far as that is known here
     */
    void forgetOld(Instant now, Predicate<PageBook.KnownPage> isListed) {
        for (var link : pages.restingSince(now.minus(rules.rememberFor()))) {
            var page = pages.find(link).orElseThrow();
            if (!isListed.test(page)) {
                pages.remove(link);
                ledger.forget(page.partition(), page.visit().getUrl());
            }
        }
    }

    void drop(Set<Integer> partitions) {
        pages.drop(partitions);
    }

    private void remember(String link, FetchVisit visit) {
        var partition = territory.partitionOf(visit.getUrl());
        pages.put(link, partition, visit);
        ledger.remember(partition, visit);
    }

    private PageVerdict judge(Task.Page task, Fetched fetched) {
        if (fetched instanceof Fetched.Opened opened) {
            var site = Site.of(task.url());
            if (task.isRevisit()) {
                outages.count(site, opened);
            }
            return pageRules.judge(opened, isBroughtByOther(task), outages.isBroken(site));
        }
        return fetched instanceof Fetched.Forbidden forbidden
                ? pageRules.forbidden(forbidden)
                : pageRules.crashed(task, fetched.at());
    }

    private Predicate<String> isBroughtByOther(Task.Page task) {
        return article -> pages.isBroughtByOther(article, task.link());
    }

    static FetchRequest request(FetchVisit visit) {
        return FetchRequest.newBuilder()
                .setSourceId(visit.getSourceId())
                .setVisit(visit)
                .build();
    }
}
