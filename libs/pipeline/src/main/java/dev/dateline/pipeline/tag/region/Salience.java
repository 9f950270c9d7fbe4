package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of an article one country has: each mention adds its kind's weight, more in the title and in the lead, with
 * diminishing returns, plus a little for being named throughout.
 */
final class Salience {
    private static final double TITLE = 3;
    private static final double LEAD = 1.7;
    /** The lead is a tenth of the text, but no less and no more than this. */
    private static final int SHORTEST_LEAD = 300;

    private static final int LONGEST_LEAD = 500;

    private final int textLength;
    private final int leadEnd;
    private final List<Mention> mentions = new ArrayList<>();
    private double weight;
    private boolean title;
    private boolean lead;
    private int last;

    Salience(int textLength) {
        this.textLength = textLength;
        this.leadEnd = Math.max(SHORTEST_LEAD, Math.min(LONGEST_LEAD, textLength / 10));
    }

    void add(Mention mention) {
        mentions.add(mention);
        if (mention.kind() != PlaceKind.CURRENCY) {
            title |= mention.isTitle();
            lead |= !mention.isTitle() && mention.start() < leadEnd;
        }
        weight += mention.kind().weight() * place(mention);
        last = mention.isTitle() ? last : mention.start();
    }

    private double place(Mention mention) {
        return mention.isTitle() ? TITLE : mention.start() < leadEnd ? LEAD : 1;
    }

    List<Mention> mentions() {
        return mentions;
    }

    boolean inTitle() {
        return title;
    }

    boolean inLead() {
        return lead;
    }

    /** How many mentions there are, without those in currencies' names. */
    int count() {
        return (int)
                mentions.stream().filter(m -> m.kind() != PlaceKind.CURRENCY).count();
    }

    /** The share of adjectives among the mentions. */
    double adjectives() {
        return (double) mentions.stream()
                        .filter(m -> m.kind() == PlaceKind.ADJECTIVE)
                        .count()
                / mentions.size();
    }

    /** True when cities alone speak for the country. */
    boolean isOnlyCity() {
        return mentions.stream().allMatch(m -> m.kind() == PlaceKind.CITY || m.kind() == PlaceKind.TOWN);
    }

    /** The sum, from 0 upwards; the fifth mention adds less than the first. */
    double weight() {
        var spread = textLength == 0 ? 0 : (double) last / textLength;
        return Math.pow(weight, 0.8) * (1 + 0.2 * spread);
    }
}
