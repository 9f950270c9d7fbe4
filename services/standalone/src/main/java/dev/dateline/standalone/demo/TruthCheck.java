package dev.dateline.standalone.demo;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.standalone.newsroom.ExpectedArticle;
import dev.dateline.standalone.newsroom.ExpectedProvenance;
import dev.dateline.standalone.newsroom.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what Kafka carries against the truth of the newsroom. */
final class TruthCheck {
    private final Truth truth;
    private final Observed observed;
    private final Mismatches mismatches = new Mismatches();

    private TruthCheck(Truth truth, Observed observed) {
        this.truth = truth;
        this.observed = observed;
    }

    /** Gives one line for everything that is not as it should be. */
    static List<String> mismatches(Truth truth, Observed observed) {
        var check = new TruthCheck(truth, observed);
        truth.articles().forEach(check::article);
        check.stories();
        check.nothingElse();
        return check.mismatches.lines();
    }

    /** Identity of the article at a canonical address. */
    static String articleId(String url) {
        return ArticleId.of(CanonicalUrl.parse(url).orElseThrow());
    }

    private void article(ExpectedArticle expected) {
        var id = articleId(expected.url());
        var enriched = observed.enriched(id);
        var duplicate = observed.duplicate(id);
        if (expected.dropped().isPresent()) {
            mismatches.requireEqual(
                    expected.dropped().get().label(),
                    observed.dropReason(id).orElse("kept"),
                    expected.id(),
                    "drop reason");
            mismatches.require(enriched.isEmpty() && duplicate.isEmpty(), expected.id(), "was published all the same");
        } else if (expected.original()) {
            mismatches.require(duplicate.isEmpty(), expected.id(), "is called a copy " + matchOf(duplicate));
            enriched.ifPresentOrElse(
                    article -> original(expected, article),
                    () -> mismatches.require(false, expected.id(), missing(id)));
        } else {
            mismatches.require(enriched.isEmpty(), expected.id(), "is a copy, and was published as an original");
            duplicate.ifPresentOrElse(
                    article -> copy(expected, article), () -> mismatches.require(false, expected.id(), missing(id)));
        }
    }

    private String missing(String id) {
        return observed.dropReason(id).map(reason -> "was dropped: " + reason).orElse("is missing");
    }

    private static String matchOf(Optional<DuplicateArticle> duplicate) {
        return duplicate
                .map(copy -> "of " + copy.getDuplicateOf() + " at " + copy.getSimilarity())
                .orElse("");
    }

    private void original(ExpectedArticle expected, EnrichedArticle article) {
        var published = expected.versions() + (expected.withdrawn() ? 1 : 0);
        mismatches.requireEqual(published, article.getVersion(), expected.id(), "version");
        content(expected, Found.of(article));
        if (!expected.withdrawn()) {
            regions(expected, article);
            themes(expected, article);
        }
    }

    private void copy(ExpectedArticle expected, DuplicateArticle article) {
        content(expected, Found.of(article.getArticle()));
        mismatches.require(
                expected.kinds().isEmpty() || expected.kinds().contains(article.getKind()),
                expected.id(),
                "kind of copy is " + article.getKind() + ", not one of " + expected.kinds());
    }

    private void content(ExpectedArticle expected, Found found) {
        mismatches.requireEqual(expected.withdrawn(), found.withdrawn(), expected.id(), "withdrawn");
        if (found.withdrawn()) {
            return;
        }
        mismatches.requireEqual(expected.title(), found.title(), expected.id(), "title");
        mismatches.requireEqual(expected.language(), found.language(), expected.id(), "language");
        mismatches.requireEqual(Set.copyOf(expected.authors()), Set.copyOf(found.authors()), expected.id(), "authors");
        var text = spaces(found.text());
        expected.with()
                .forEach(passage -> mismatches.require(
                        text.contains(spaces(passage)), expected.id(), "text lacks \"" + passage + "\""));
        expected.without()
                .forEach(passage -> mismatches.require(
                        !text.contains(spaces(passage)), expected.id(), "text has \"" + passage + "\""));
        provenance(expected, found);
    }

    private void provenance(ExpectedArticle expected, Found found) {
        var claim = found.provenance();
        ExpectedProvenance right = expected.provenance();
        claimed(expected, right.url(), claim.getUrl(), "original address");
        claimed(expected, right.outlet(), claim.getOutlet(), "original outlet");
        claimed(expected, right.author(), claim.getAuthor(), "original author");
        claimed(expected, right.date(), claim.getDate(), "original date");
        claimed(expected, right.agency(), claim.getAgency(), "agency");
    }

    private void claimed(ExpectedArticle expected, @Nullable String right, @Nullable String claim, String what) {
        if (right != null) {
            mismatches.requireEqual(right, claim, expected.id(), what);
        }
    }

    private void regions(ExpectedArticle expected, EnrichedArticle article) {
        var about = article.getRegions().stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                .map(RegionTag::getCode)
                .collect(Collectors.toSet());
        expected.about()
                .forEach(code -> mismatches.require(
                        about.contains(code),
                        expected.id(),
                        "is about " + code + ", and only " + about + " were found"));
        expected.notAbout()
                .forEach(code -> mismatches.require(!about.contains(code), expected.id(), "is not about " + code));
    }

    private void themes(ExpectedArticle expected, EnrichedArticle article) {
        var found = article.getThemes().stream().map(ThemeTag::getCode).collect(Collectors.toSet());
        expected.themes()
                .forEach(theme -> mismatches.require(
                        found.contains(theme), expected.id(), "lacks the theme " + theme + " beside " + found));
        expected.notThemes()
                .forEach(theme -> mismatches.require(
                        !found.contains(theme), expected.id(), "has the theme " + theme + ", which is wrong"));
    }

    /** Articles share a story exactly when they share a cluster. */
    private void stories() {
        Map<String, String> storyOfCluster = new HashMap<>();
        Map<String, String> clusterOfStory = new HashMap<>();
        for (var expected : truth.articles()) {
            var id = articleId(expected.url());
            var story = observed.duplicate(id)
                    .map(DuplicateArticle::getStoryId)
                    .or(() -> observed.enriched(id).map(EnrichedArticle::getStoryId));
            if (story.isPresent()) {
                var before = storyOfCluster.putIfAbsent(expected.cluster(), story.get());
                mismatches.require(
                        before == null || before.equals(story.get()),
                        expected.id(),
                        "is in another story than its copies");
                var other = clusterOfStory.putIfAbsent(story.get(), expected.cluster());
                mismatches.require(
                        other == null || other.equals(expected.cluster()), expected.id(), "is merged with " + other);
            }
        }
    }

    private void nothingElse() {
        var known = truth.articles().stream()
                .map(expected -> articleId(expected.url()))
                .collect(Collectors.toSet());
        observed.enriched().stream()
                .filter(article -> !known.contains(article.getArticleId()))
                .forEach(article -> mismatches.require(false, article.getUrl(), "is not of the newsroom"));
    }

    private static String spaces(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
