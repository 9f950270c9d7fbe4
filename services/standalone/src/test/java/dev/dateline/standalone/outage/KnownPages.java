package dev.dateline.standalone.outage;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.RawArticle;
import dev.dateline.standalone.bench.corpus.Corpus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pages with all that happens to them: copies at other outlets, edits, withdrawals, and pages with nothing to read. Told one after the
 * other, as there are too many to hold at once; what was told is noted. The same seed gives the same pages.
 */
final class KnownPages implements Iterable<RawArticle> {
    private static final int EVERY_EMPTY = 40;
    private static final int EVERY_WITHDRAWN = 25;
    private static final int WITHDRAWN_AFTER = 400;
    private static final ByteBuffer EMPTY =
            ByteBuffer.wrap("<!DOCTYPE html><html><head><title>Gone</title></head><body></body></html>"
                    .getBytes(StandardCharsets.UTF_8));

    private final Corpus corpus;
    private final int count;
    private final Set<Integer> alone = new HashSet<>();
    /** A millisecond for each, so that a time says which page it was. */
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(1, ChronoUnit.HOURS);

    private final Map<String, List<String>> kept = new TreeMap<>();
    private final Map<String, String> families = new HashMap<>();
    private volatile boolean enough;
    private long told;

    /** @param count of the corpus at most; some more are told, as withdrawals and empty pages come in between */
    KnownPages(int count, long seed) {
        this.corpus = new Corpus(seed);
        this.count = count;
        var related = new HashSet<Integer>();
        for (int number = 0; number < count; number++) {
            if (corpus.kind(number) == Corpus.Kind.ORIGINAL) {
                alone.add(number);
            } else {
                related.add(corpus.told(number));
            }
        }
        alone.removeAll(related);
    }

    @Override
    public Iterator<RawArticle> iterator() {
        var waiting = new ArrayList<RawArticle>();
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count && !enough || !waiting.isEmpty();
            }

            @Override
            public RawArticle next() {
                if (waiting.isEmpty()) {
                    waiting.addAll(at(next++));
                }
                return waiting.remove(0);
            }
        };
    }

    private List<RawArticle> at(int number) {
        var pages = new ArrayList<RawArticle>();
        pages.add(kept(corpus.article(number, now())));
        families.put(pages.get(0).getArticleId(), "story " + corpus.told(number));
        int earlier = number - WITHDRAWN_AFTER;
        if (number % EVERY_WITHDRAWN == 0 && alone.contains(earlier)) {
            pages.add(kept(RawArticle.newBuilder(corpus.article(earlier, now()))
                    .setStatus(ArticleStatus.WITHDRAWN)
                    .setWithdrawnReason("410")
                    .setBody(ByteBuffer.allocate(0))
                    .build()));
        }
        if (number % EVERY_EMPTY == 0) {
            pages.add(empty(number));
        }
        return pages;
    }

    private RawArticle empty(int number) {
        var page = corpus.article(number, now());
        return RawArticle.newBuilder(page)
                .setArticleId("empty-" + number)
                .setUrl(page.getUrl() + "/empty")
                .setCanonicalUrl(page.getCanonicalUrl() + "/empty")
                .setBody(EMPTY.duplicate())
                .build();
    }

    private RawArticle kept(RawArticle page) {
        kept.computeIfAbsent(page.getArticleId(), any -> new ArrayList<>())
                .add(page.getFetchedAt().toString());
        return page;
    }

    private Instant now() {
        return begin.plusMillis(told++);
    }

    /** Has no more told, whatever the count was; from any thread. */
    void enough() {
        enough = true;
    }

    /** Counts the records that were told so far. */
    long told() {
        return told;
    }

    /** When each article was fetched that has something to read, from the first time to the last. */
    Map<String, List<String>> kept() {
        return kept;
    }

    /** The story that each of these articles tells. */
    Map<String, String> families() {
        return families;
    }
}
