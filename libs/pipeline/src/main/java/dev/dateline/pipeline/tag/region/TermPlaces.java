package dev.dateline.pipeline.tag.region;

import java.util.List;
import java.util.function.Predicate;

/**
 * All places that one term of the gazetteer stands for: those of our lists, which may stand anywhere, and the many towns,
 * which are only looked for at capital letters where the script has them.
 *
 * <p>Nearly every mention is one of two: with a capital letter, or without. What these stand for is worked out once;
 * {@link WrittenPlaces} does so for the others.
 */
final class TermPlaces {
    private final List<Place> all;
    private final boolean cased;
    private final Name capital;
    private final Name small;
    private final boolean exact;
    private final int shortest;

    /**
     * @param all in the order in which they were added
     * @param cased true when the language's script has capital letters
     */
    TermPlaces(List<Place> all, boolean cased) {
        this.all = List.copyOf(all);
        this.cased = cased;
        this.exact = all.stream().anyMatch(Place::exact);
        this.shortest = all.stream().mapToInt(p -> p.term().length()).min().orElse(0);
        this.capital = Name.of(all);
        this.small = Name.of(those(p -> isSoughtAt(p, false) && !p.capitalised()));
    }

    /** True when one of the places counts only when it is written letter for letter. */
    boolean hasExact() {
        return exact;
    }

    /**
     * True when a mention may begin with a small letter.
     *
     * @param residents true when an ending may make an adjective of a name
     */
    boolean mayBeSmall(boolean residents) {
        return exact
                || !small.isEmpty()
                || residents && sought(false).stream().anyMatch(p -> p.kind().isPlace());
    }

    /** True when what the text has is longer than one of the places' terms, so that there is an ending to look at. */
    boolean isLengthened(int length) {
        return length > shortest;
    }

    /** Gives what a mention stands for that is no exact one and has no telling ending; the name may be of no place. */
    Name plain(boolean capitalLetter) {
        return capitalLetter ? capital : small;
    }

    /** Gives the places that are looked for at all. */
    List<Place> sought(boolean capitalLetter) {
        return those(p -> isSoughtAt(p, capitalLetter));
    }

    private boolean isSoughtAt(Place place, boolean capitalLetter) {
        return capitalLetter || !cased || !place.isInGeoNames();
    }

    private List<Place> those(Predicate<Place> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
