package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.schema.ArticleStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Judges the content of article pages: is it new, is it other than before? Pure. */
final class ContentRules {
    /** What the cleaner could make something of; a server that does not say gets the benefit of the doubt. */
    private static final Pattern TEXT =
            Pattern.compile("text/(?!css|javascript|calendar).*|application/.*(?:xml|html).*");

    private final RevisitPlan plan;

    ContentRules(RevisitPlan plan) {
        this.plan = plan;
    }

    PageVerdict judge(Fetched.Opened opened, Answer.Content content, Predicate<String> isKnown) {
        var type = content.headers().contentType();
        if (type != null && !TEXT.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
            var visit = Visits.answered(opened, plan);
            return new PageVerdict(
                    FetchOutcome.NOT_A_PAGE,
                    opened.task().isRevisit()
                            ? visit.build()
                            : visit.setNextAttempt(null).build(),
                    null);
        }
        return opened.task().isRevisit() ? again(opened, content) : first(opened, content, isKnown);
    }

    private PageVerdict first(Fetched.Opened opened, Answer.Content content, Predicate<String> isKnown) {
        var canonical = Objects.requireNonNull(opened.canonical(), "content has a canonical address");
        var articleId = ArticleId.of(canonical);
        var visit = Visits.withContent(Visits.answered(opened, plan), opened, content)
                .setArticleId(articleId)
                .setCanonicalUrl(canonical.value());
        return isKnown.test(articleId)
                // The address that brought it first goes on looking after it
                ? new PageVerdict(FetchOutcome.KNOWN, visit.setNextAttempt(null).build(), null)
                : new PageVerdict(FetchOutcome.NEW, visit.build(), RawArticles.live(opened, content, visit.build()));
    }

    private PageVerdict again(Fetched.Opened opened, Answer.Content content) {
        var before = opened.task().visit();
        var canonical = Objects.requireNonNull(opened.canonical(), "content has a canonical address");
        if (!canonical.value().equals(before.getCanonicalUrl())) {
            return new PageVerdict(
                    FetchOutcome.MOVED, Visits.answered(opened, plan).build(), null);
        }
        var visit = Visits.withContent(Visits.answered(opened, plan), opened, content)
                .setStatus(ArticleStatus.LIVE)
                .build();
        return before.getStatus() == ArticleStatus.LIVE && Objects.equals(before.getBodyHash(), opened.bodyHash())
                ? new PageVerdict(FetchOutcome.UNCHANGED, visit, null)
                : new PageVerdict(FetchOutcome.CHANGED, visit, RawArticles.live(opened, content, visit));
    }
}
