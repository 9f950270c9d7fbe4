package dev.dateline.console.desk;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;

/** The newest traces of the articles that were at work last. Thread-safe. */
public final class TraceRing {
    /** Enough for two versions on their way through all stages. */
    static final int TRACES_PER_ARTICLE = 12;

    private final int capacity;
    private final LinkedHashMap<String, Deque<Trace>> byArticle = new LinkedHashMap<>(16, 0.75f, true);

    public TraceRing(int capacity) {
        this.capacity = capacity;
    }

    /** Keeps a trace. */
    synchronized void put(String articleId, Trace trace) {
        var traces = byArticle.computeIfAbsent(articleId, id -> new ArrayDeque<>(4));
        traces.addLast(trace);
        if (traces.size() > TRACES_PER_ARTICLE) {
            traces.removeFirst();
        }
        if (byArticle.size() > capacity) {
            byArticle.remove(byArticle.keySet().iterator().next());
        }
    }

    /** The traces of an article, oldest intake first. */
    public synchronized List<Trace> of(String articleId) {
        var traces = byArticle.get(articleId);
        return traces == null
                ? List.of()
                : traces.stream().sorted(Comparator.comparing(Trace::at)).toList();
    }
}
