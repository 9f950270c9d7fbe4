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
    private double places;
    private double currencies;
    /** The weight, or less than 0 when another mention came since it was worked out. */
    private double known = -1;

    private boolean title;
    private boolean lead;
    private int last;
    private int inCurrencies;
    private int adjectives;
    private int cities;

    Salience(Extent text) {
        this.text = text;
    }

    void add(Mention mention) {
        mentions.add(mention);
        var added = mention.kind().weight() * place(mention);
        if (mention.kind() == PlaceKind.CURRENCY) {
            inCurrencies++;
            currencies = Math.min(CURRENCIES_MOST, currencies + added);
        } else {
            places += added;
            title |= mention.isTitle();
            lead |= !mention.isTitle() && mention.start() < text.leadEnd();
        }
        adjectives += mention.kind() == PlaceKind.ADJECTIVE ? 1 : 0;
        cities += mention.kind() == PlaceKind.CITY || mention.kind() == PlaceKind.TOWN ? 1 : 0;
        last = mention.isTitle() ? last : mention.start();
        known = -1;
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
        return mentions.size() - inCurrencies;
    }

    /** The share of adjectives among the mentions. */
    double adjectives() {
        return (double) adjectives / mentions.size();
    }

    /** True when cities alone speak for the country. */
    boolean isOnlyCity() {
        return cities == mentions.size();
    }

    /** The sum, from 0 upwards; the fifth mention adds less than the first. */
    double weight() {
        if (known < 0) {
            var spread = text.length() == 0 ? 0 : (double) last / text.length();
            known = Math.pow(places + currencies, 0.8) * (1 + 0.2 * spread);
        }
        return known;
    }
}
