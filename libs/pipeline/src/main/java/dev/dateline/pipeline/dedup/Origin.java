package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which article of a story the others credit, when it is not the one that was read first: an outlet that is polled seldom
 * often comes after those who took its text.
 *
 * <p>A credit counts only within the story, since there the texts were found to be alike. An address is surer than an outlet's name.
 * Credits are followed to their end, and one that leads back to the root says nothing new.
 */
final class Origin {
    /** Whom an article credits within the story, by the article's identity; who credits nobody there is not among them. */
    private final Map<String, ArticleState> credited = new HashMap<>();

    private Origin(List<ArticleState> members) {
        var byId = new HashMap<String, ArticleState>();
        var byOutlet = new TreeMap<String, List<ArticleState>>(String.CASE_INSENSITIVE_ORDER);
        for (var member : members) {
            byId.put(member.getArticleId(), member);
            if (member.getOutlet() != null) {
                byOutlet.computeIfAbsent(member.getOutlet(), outlet -> new ArrayList<>())
                        .add(member);
            }
        }
        for (var member : members) {
            var outlet = member.getCreditedOutlet();
            Stream.concat(
                            Stream.ofNullable(byId.get(member.getCreditedArticle())),
                            outlet == null ? Stream.empty() : byOutlet.getOrDefault(outlet, List.of()).stream())
                    .filter(other -> other != member)
                    .findFirst()
                    .ifPresent(other -> credited.put(member.getArticleId(), other));
        }
    }

    /** Finds it among a story's articles, the root first and then in order of arrival; empty when it is the root, or unknown. */
    static Optional<String> of(List<ArticleState> members) {
        var root = members.get(0).getArticleId();
        var origin = new Origin(members);
        var anyonesCredit = origin.credited.values().stream()
                .map(ArticleState::getArticleId)
                .collect(Collectors.toSet());
        return members.stream()
                .map(member -> origin.follow(member).getArticleId())
                .filter(anyonesCredit::contains)
                .findFirst()
                .filter(id -> !id.equals(root));
    }

    private ArticleState follow(ArticleState from) {
        var passed = new HashSet<String>();
        var last = from;
        while (passed.add(last.getArticleId())) {
            last = credited.getOrDefault(last.getArticleId(), last);
        }
        return last;
    }
}
