package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Takes out of the store what is past its time, a few states with each record, round and round in the order of identities.
 *
 * <p>It saves space and does nothing else: {@link Lifetime} hides what is past whether it is there or not. So it may begin
 * anywhere. It goes on where it was; where nobody knows, it begins behind the article that was touched last, which is a place by
 * chance, since identities are hashes. With {@value #STATES_A_RECORD} states for each record, a store that
 * holds 120 days is swept once in 120 / {@value #STATES_A_RECORD} days.
 */
final class Sweep {
    static final int STATES_A_RECORD = 16;

    /** Records between two steps, since to look for a place costs more than to go on from it. */
    private static final int PAUSE = 16;

    private static final String START = "";

    private final ArticleStates states;
    private final Lifetime lifetime;
    private String place = START;
    private int records;

    Sweep(ArticleStates states, Lifetime lifetime) {
        this.states = states;
        this.lifetime = lifetime;
    }

    void beginBehind(String articleId) {
        place = articleId;
    }

    /** Gives the identity behind which it goes on. */
    String place() {
        return place;
    }

    /** Counts a record, and looks at the next states when it is time to. */
    void step(Instant now) {
        records++;
        if (records % PAUSE == 0) {
            look(PAUSE * STATES_A_RECORD, now);
        }
    }

    private void look(int most, Instant now) {
        var seen = new ArrayList<ArticleState>(most);
        states.forEachBehind(place, most, seen::add);
        seen.forEach(state -> tidy(state, now));
        place = seen.size() < most ? START : seen.get(most - 1).getArticleId();
    }

    private void tidy(ArticleState state, Instant now) {
        var left = lifetime.left(state, now).orElse(null);
        if (left == null) {
            states.delete(state.getArticleId());
        } else if (left != state) {
            states.put(left);
        }
    }
}
