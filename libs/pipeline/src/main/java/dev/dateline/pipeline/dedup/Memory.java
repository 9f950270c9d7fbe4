package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/**
 * The states with what is derived from them: the index, the log's time, and the order in which stories are forgotten.
 *
 * <p>Everything derived is a function of the states, so nothing else has to survive a crash. The log's time is the
 * largest {@code touchedAt}; only records that change a state move it. A story is forgotten whole, by its root's last
 * touch, and every write to a copy touches the root: a copy is never without its root.
 */
final class Memory {
    private final ArticleStates states;
    private final Duration retention;
    private final Matcher matcher;
    private final Deque<Touch> oldestFirst = new ArrayDeque<>();
    private Instant logTime = Instant.EPOCH;

    private record Touch(String articleId, Instant at) {
        static Touch of(ArticleState root) {
            return new Touch(root.getArticleId(), root.getTouchedAt());
        }
    }

    Memory(ArticleStates states, DeduplicatorConfig config) {
        this.states = states;
        this.retention = config.retention();
        this.matcher = new Matcher(config, states);
        var all = new ArrayList<ArticleState>();
        states.forEach(all::add);
        matcher.rebuild(all);
        all.stream().sorted(Comparator.comparing(ArticleState::getTouchedAt)).forEach(this::noteTouch);
    }

    Matcher matcher() {
        return matcher;
    }

    /** Gives the log's time with one more record, to the millisecond, as the states keep it. */
    Instant timeWith(Instant ingestTime) {
        var millis = ingestTime.truncatedTo(ChronoUnit.MILLIS);
        return millis.isAfter(logTime) ? millis : logTime;
    }

    Optional<ArticleState> find(String articleId) {
        return Optional.ofNullable(states.get(articleId));
    }

    /** Remembers a new version. */
    void remember(ArticleState state) {
        touch(state);
        matcher.update(state);
    }

    /** Remembers a state whose content, status and place in the index have not changed. */
    void touch(ArticleState state) {
        states.put(state);
        noteTouch(state);
    }

    /** Forgets what the log's time has left behind. Called between records, so that a restart changes nothing. */
    void forget() {
        matcher.forgetUntil(logTime);
        while (!oldestFirst.isEmpty() && isPast(oldestFirst.getFirst())) {
            var oldest = oldestFirst.removeFirst();
            var root = states.get(oldest.articleId());
            if (root != null && isRoot(root) && Touch.of(root).equals(oldest)) {
                root.getCopies().forEach(this::forget);
                forget(root.getArticleId());
            }
        }
    }

    private void forget(String articleId) {
        states.delete(articleId);
        matcher.remove(articleId);
    }

    private boolean isPast(Touch touch) {
        return Duration.between(touch.at(), logTime).compareTo(retention) > 0;
    }

    private void noteTouch(ArticleState state) {
        logTime = timeWith(state.getTouchedAt());
        if (isRoot(state)) {
            oldestFirst.add(Touch.of(state));
        }
    }

    private static boolean isRoot(ArticleState state) {
        return state.getDuplicateOf() == null;
    }
}
