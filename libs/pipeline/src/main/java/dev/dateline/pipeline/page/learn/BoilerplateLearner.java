package dev.dateline.pipeline.page.learn;

import dev.dateline.pipeline.page.LearntBoilerplate;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.HostState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * Learns from clean articles, in the order of their log, what each host repeats at the ends of its texts. The same log gives
 * the same versions: there is no clock but the log's own. Not thread-safe.
 *
 * <p>{@value #MOST_HOSTS} hosts are remembered. When there are more, those go that nothing was learnt of and that published nothing
 * for a month; while none does, newcomers are not learnt from. Only then does it matter to what is learnt when the program began.
 */
public final class BoilerplateLearner {
    static final int MOST_HOSTS = 100_000;
    private static final Duration IDLE = Duration.ofDays(30);
    /** To look through all hosts takes a while. */
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private final HostStates states;
    private final Set<String> never;
    private final int mostHosts;
    private int hosts;
    private Instant nextLook = Instant.MIN;

    /**
     * Makes a learner that goes on from what is remembered.
     *
     * @param never hosts that nothing is learnt of
     */
    public BoilerplateLearner(HostStates states, Set<String> never) {
        this(states, never, MOST_HOSTS);
    }

    BoilerplateLearner(HostStates states, Set<String> never, int mostHosts) {
        this.states = states;
        this.never = Set.copyOf(never);
        this.mostHosts = mostHosts;
        states.forEach(state -> hosts++);
    }

    /**
     * Counts the next article of the log.
     *
     * @param ingested the log's time of it
     * @return what its host repeats, when that is not what it was
     */
    public Optional<HostBoilerplate> learn(CleanArticle article, Instant ingested) {
        var host = LearntBoilerplate.host(article.getCanonicalUrl());
        if (article.getStatus() == ArticleStatus.WITHDRAWN || host.isEmpty() || never.contains(host)) {
            return Optional.empty();
        }
        var known = states.get(host);
        if (known == null && !admits(ingested)) {
            return Optional.empty();
        }
        hosts += known == null ? 1 : 0;
        var habits = new HostHabits(known == null ? HostHabits.nothing(host, 0, ingested) : known);
        boolean changed = habits.count(article);
        states.put(habits.stored(ingested));
        return changed ? Optional.of(habits.published(ingested)) : Optional.empty();
    }

    /**
     * Begins anew with a host, as an operator wishes.
     *
     * @return the next version, which is empty, when there was one
     */
    public Optional<HostBoilerplate> forget(String host, Instant at) {
        var known = states.get(host);
        if (known == null) {
            return Optional.empty();
        }
        int version = known.getVersion() == 0 ? 0 : known.getVersion() + 1;
        var nothing = HostHabits.nothing(host, version, at);
        states.put(nothing);
        return version == 0 ? Optional.empty() : Optional.of(new HostHabits(nothing).published(at));
    }

    private boolean admits(Instant now) {
        if (hosts >= mostHosts && now.isAfter(nextLook)) {
            nextLook = now.plus(BETWEEN_LOOKS);
            var idle = new ArrayList<String>();
            states.forEach(state -> {
                if (isIdle(state, now)) {
                    idle.add(state.getHost());
                }
            });
            idle.forEach(states::delete);
            hosts -= idle.size();
        }
        return hosts < mostHosts;
    }

    private static boolean isIdle(HostState state, Instant now) {
        return state.getVersion() == 0 && state.getAt().isBefore(now.minus(IDLE));
    }
}
