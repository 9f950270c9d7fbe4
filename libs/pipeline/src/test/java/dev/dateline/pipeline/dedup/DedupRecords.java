package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.time.Duration;

/** Records of the clean topic, as the cleaner would write them. */
final class DedupRecords {
    private DedupRecords() {}

    static CleanArticle.Builder live(String id, String title, String text) {
        return Articles.clean(id, title, text)
                .setSketch(Sketcher.sketch(title, text).orElse(null));
    }

    /** A live version of an article with a pseudo text, fetched some minutes after {@link Articles#FETCHED}. */
    static CleanArticle.Builder version(String id, String textName, int minute) {
        return at(live(id, "Title of " + textName.charAt(0), PseudoText.of(textName)), minute);
    }

    static CleanArticle.Builder withdrawal(String id, int minute) {
        return at(Articles.clean(id, "", ""), minute)
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("410 Gone");
    }

    private static CleanArticle.Builder at(CleanArticle.Builder article, int minute) {
        var time = Articles.FETCHED.plus(Duration.ofMinutes(minute));
        return article.setFetchedAt(time).setEventTime(time);
    }
}
