package dev.dateline.pipeline.page;

import dev.dateline.pipeline.Outcome;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What the tests of cleaning share: a cleaner, and shorthand for its outcomes. */
final class Cleaning {
    static final ArticleCleaner CLEANER = new ArticleCleaner(
            CleanerLimits.DEFAULT,
            (title, text) -> Optional.of(Sketch.newBuilder()
                    .setAlgorithm("length")
                    .setSize(text.length())
                    .setSignature(ByteBuffer.allocate(0))
                    .build()));

    /** Running text of three sentences, long enough for an article. */
    static final String PROSE =
            "The council of Port Ellery agreed on Monday to repair the old ferry pier before the winter storms arrive. "
                    + "Work will begin in three weeks and cost about two million crowns, the harbour master told reporters. "
                    + "Fishermen had asked for the repair since the spring, when part of the pier fell into the sea.";

    private Cleaning() {}

    static CleanArticle kept(RawArticle raw) {
        return CLEANER.apply(raw).fold(article -> article, (reason, detail) -> {
            throw new AssertionError("dropped: " + reason + " " + detail);
        });
    }

    /** The reason and detail of a drop, or "kept". */
    static String verdict(RawArticle raw) {
        Outcome<CleanArticle> outcome = CLEANER.apply(raw);
        return outcome.fold(article -> "kept", (reason, detail) -> reason.name());
    }

    static String page(String head, String body) {
        return "<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>";
    }
}
