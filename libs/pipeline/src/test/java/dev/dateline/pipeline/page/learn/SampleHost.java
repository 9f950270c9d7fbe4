package dev.dateline.pipeline.page.learn;

import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.testkit.Articles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A host whose articles are all different but for what a test gives them. */
final class SampleHost {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final BoilerplateLearner learner;
    private final String name;
    private int written;

    SampleHost(BoilerplateLearner learner, String name) {
        this.learner = learner;
        this.name = name;
    }

    /** Writes on as if so many articles had been written. */
    void goOnBehind(int articles) {
        written = articles;
    }

    /** Publishes articles with these blocks around a text of their own; gives the versions that this makes. */
    List<HostBoilerplate> publish(int count, String head, String tail) {
        var versions = new ArrayList<HostBoilerplate>();
        for (int i = 0; i < count; i++) {
            publish(title(), around(head, tail)).ifPresent(versions::add);
        }
        return versions;
    }

    /** Publishes one article. */
    Optional<HostBoilerplate> publish(String title, String text) {
        return learn(article("article" + written, title, text).build());
    }

    Optional<HostBoilerplate> learn(CleanArticle article) {
        written++;
        return learner.learn(article, START.plusSeconds(written));
    }

    CleanArticle.Builder article(String id, String title, String text) {
        return Articles.clean(id, title, text).setCanonicalUrl("https://www." + name + "/" + id);
    }

    /** Four words that no other title has. */
    String title() {
        return "alpha%1$d beta%1$d gamma%1$d delta%1$d".formatted(written);
    }

    /** Two paragraphs of its own between blocks that may be empty. */
    String around(String head, String tail) {
        var first = "The first paragraph of article %d says what no other says.".formatted(written);
        var second = "The second paragraph of article %d says so as well.".formatted(written);
        return (head.isEmpty() ? "" : head + "\n\n") + first + "\n\n" + second + (tail.isEmpty() ? "" : "\n\n" + tail);
    }
}
