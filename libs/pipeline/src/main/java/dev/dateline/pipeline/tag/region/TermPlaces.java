package dev.dateline.pipeline.tag.region;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All places that one term of the gazetteer stands for: those of our lists, which may stand anywhere, and the many towns,
 * which are only looked for at capital letters where the script has them.
 *
 * <p>Nearly every mention is one of two: with a capital letter, or without. What these stand for is worked out once;
 * {@link WrittenPlaces} does so for the others.
 */
final class TermPlaces {
    private final List<Place> all;
    private final List<Place> soughtAtSmall;
    private final Name whole;
    private final Name capital;
    private final Name small;
    /** How the places begin that count only when they are written letter for letter. */
    private final String exactInitials;

    private final int shortest;

    /**
     * @param all in the order in which they were added
     * @param cased true when the language's script has capital letters
     */
    TermPlaces(List<Place> all, boolean cased) {
        this.all = List.copyOf(all);
        this.exactInitials = all.stream()
                .filter(Place::exact)
                .map(p -> p.term().substring(0, 1))
                .collect(Collectors.joining());
        this.shortest = all.stream().mapToInt(p -> p.term().length()).min().orElse(0);
        this.soughtAtSmall = cased ? those(this.all, p -> !p.isInGeoNames()) : this.all;
        this.whole = Name.of(this.all);
        this.capital = exactInitials.isEmpty() ? whole : Name.of(those(this.all, p -> !p.exact()));
        this.small = Name.of(those(soughtAtSmall, p -> !p.capitalised() && !p.exact()));
    }

    /** True when a mention with this first letter may be of a place that counts only when it is written letter for letter. */
    boolean mayBeExact(char initial) {
        return exactInitials.indexOf(initial) >= 0;
    }

    /**
     * True when a mention may begin with a small letter.
     *
     * @param residents true when an ending may make an adjective of a name
     */
    boolean mayBeSmall(boolean residents) {
        return !exactInitials.isEmpty()
                || !small.isEmpty()
                || residents && soughtAtSmall.stream().anyMatch(p -> p.kind().isPlace());
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
        return capitalLetter ? all : soughtAtSmall;
    }

    /** Gives the name of some of these places as they are, in their order. */
    Name of(List<Place> meant) {
        return meant.size() == all.size() ? whole : Name.of(meant);
    }

    private static List<Place> those(List<Place> places, Predicate<Place> wanted) {
        return places.stream().filter(wanted).toList();
    }
}
