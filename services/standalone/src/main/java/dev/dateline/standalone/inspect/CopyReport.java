package dev.dateline.standalone.inspect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.dedup.Passages;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.UniqueArticle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why an article is a copy: of which one, how alike they are, and what they share and lack. */
final class CopyReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CopyReport() {}

    /** Reports on a published article; empty when there is none. One that was first a copy and then an original is an original. */
    static Optional<ObjectNode> of(String articleId, StoredArticles stored) {
        var original = stored.original(articleId);
        return stored.copy(articleId)
                .filter(copy -> original.isEmpty() || original.get().getVersion() < copy.getVersion())
                .map(copy -> of(copy, stored))
                .or(() -> original.map(CopyReport::of));
    }

    /** Adds to a report what a copy and its original share and lack. */
    static void compare(ObjectNode report, CleanArticle copy, CleanArticle original) {
        var passages = Passages.of(copy.getText(), original.getText());
        report.set("original", head(original));
        list(report, "shared", passages.shared());
        list(report, "added", passages.added());
        list(report, "missing", passages.missing());
    }

    private static ObjectNode of(UniqueArticle article) {
        var report = head(article.getArticle());
        return report.put("verdict", "original").put("version", article.getVersion());
    }

    private static ObjectNode of(DuplicateArticle copy, StoredArticles stored) {
        var report = head(copy.getArticle())
                .put("verdict", "duplicate")
                .put("version", copy.getVersion())
                .put("duplicateOf", copy.getDuplicateOf())
                .put("storyId", copy.getStoryId())
                .put("kind", copy.getKind().name().toLowerCase(Locale.ROOT))
                .put("similarity", copy.getSimilarity())
                .put("containment", copy.getContainment());
        stored.content(copy.getDuplicateOf()).ifPresent(original -> compare(report, copy.getArticle(), original));
        return report;
    }

    private static ObjectNode head(CleanArticle article) {
        return JSON.objectNode()
                .put("articleId", article.getArticleId())
                .put("url", article.getCanonicalUrl())
                .put("title", article.getTitle());
    }

    private static void list(ObjectNode report, String name, List<String> passages) {
        var list = report.putArray(name);
        passages.forEach(list::add);
    }
}
