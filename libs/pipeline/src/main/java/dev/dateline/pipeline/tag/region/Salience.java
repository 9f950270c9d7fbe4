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

    /** A bulletin names the dollar in every line. */
    private static final double CURRENCIES_MOST = 0.3;

    private final Extent text;
    private final List<Mention> mentions = new ArrayList<>();
    private double weight;
    private double currencies;
    private boolean title;
    private boolean lead;
    private int last;

    Salience(Extent text) {
        this.text = text;
    }

    void add(Mention mention) {
        mentions.add(mention);
        if (mention.kind() != PlaceKind.CURRENCY) {
            title |= mention.isTitle();
            lead |= !mention.isTitle() && mention.start() < text.leadEnd();
        }
        if (mention.kind() == PlaceKind.CURRENCY) {
            currencies = Math.min(CURRENCIES_MOST, currencies + mention.kind().weight() * place(mention));
        } else {
            weight += mention.kind().weight() * place(mention);
        }
        last = mention.isTitle() ? last : mention.start();
    }

    private double place(Mention mention) {
        return mention.isTitle() ? TITLE : mention.start() < text.leadEnd() ? LEAD : 1;
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
        var spread = text.length() == 0 ? 0 : (double) last / text.length();
        return Math.pow(weight + currencies, 0.8) * (1 + 0.2 * spread);
    }
}
