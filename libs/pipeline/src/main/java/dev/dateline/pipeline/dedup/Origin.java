package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds which article of a story the others credit, when it is not the one that was read first: an outlet that is polled seldom
 * often comes after those who took its text.
 *
 * <p>A credit counts only within the story, since there the texts were found to be alike. An address is surer than an outlet's name.
 * Credits are followed to their end, and one that leads back to the root says nothing new.
 */
final class Origin {
    private final List<ArticleState> members;

    private Origin(List<ArticleState> members) {
        this.members = members;
    }

    /** Finds it among a story's articles, the root first and then in order of arrival; empty when it is the root, or unknown. */
    static Optional<String> of(List<ArticleState> members) {
        var root = members.get(0).getArticleId();
        var origin = new Origin(members);
        return members.stream()
                .map(origin::follow)
                .filter(last -> members.stream().anyMatch(member -> origin.credits(member, last)))
                .findFirst()
                .map(ArticleState::getArticleId)
                .filter(id -> !id.equals(root));
    }

    private ArticleState follow(ArticleState from) {
        var passed = new HashSet<String>();
        var last = from;
        while (passed.add(last.getArticleId())) {
            last = credited(last).orElse(last);
        }
        return last;
    }

    private boolean credits(ArticleState member, ArticleState other) {
        return credited(member).filter(other::equals).isPresent();
    }

    private Optional<ArticleState> credited(ArticleState member) {
        return byAddress(member).or(() -> byOutlet(member));
    }

    private Optional<ArticleState> byAddress(ArticleState member) {
        return others(member, other -> other.getArticleId().equals(member.getCreditedArticle()));
    }

    private Optional<ArticleState> byOutlet(ArticleState member) {
        var outlet = member.getCreditedOutlet();
        return outlet == null ? Optional.empty() : others(member, other -> outlet.equalsIgnoreCase(other.getOutlet()));
    }

    private Optional<ArticleState> others(ArticleState member, Predicate<ArticleState> condition) {
        return members.stream()
                .filter(other -> other != member)
                .filter(condition)
                .findFirst();
    }
}
