package dev.dateline.pipeline.tag.region;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    /** How the places begin that count only when they are written letter for letter. */
    private final String exactInitials;

    private final int shortest;
    /** These are worked out when a text has the term, as few texts have most; threads that do so at once find the same. */
    private @Nullable Name whole;

    private @Nullable Name capital;
    private @Nullable Name small;
    private @Nullable Part last;

    /** Some of the places, or what endings make of them, and their name. */
    private record Part(List<Place> meant, Name name) {}

    /**
     * @param all in the order in which they were added
     * @param cased true when the language's script has capital letters
     */
    TermPlaces(List<Place> all, boolean cased) {
        this.all = List.copyOf(all);
        this.soughtAtSmall = cased ? those(this.all, p -> !p.isInGeoNames()) : this.all;
        this.exactInitials = initials(this.all);
        this.shortest = shortest(this.all);
    }

    private static String initials(List<Place> places) {
        var initials = "";
        for (var place : places) {
            initials += place.exact() ? place.term().substring(0, 1) : "";
        }
        return initials;
    }

    private static int shortest(List<Place> places) {
        var shortest = Integer.MAX_VALUE;
        for (var place : places) {
            shortest = Math.min(shortest, place.term().length());
        }
        return shortest;
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
        for (var place : soughtAtSmall) {
            if (!place.capitalised() || residents && place.kind().isPlace()) {
                return true;
            }
        }
        return !exactInitials.isEmpty();
    }

    /** True when what the text has is longer than one of the places' terms, so that there is an ending to look at. */
    boolean isLengthened(int length) {
        return length > shortest;
    }

    /** Gives what a mention stands for that is no exact one and has no telling ending; the name may be of no place. */
    Name plain(boolean capitalLetter) {
        return capitalLetter ? capital() : small();
    }

    private Name capital() {
        var known = capital;
        if (known == null) {
            known = exactInitials.isEmpty() ? whole() : Name.of(those(all, p -> !p.exact()));
            capital = known;
        }
        return known;
    }

    private Name small() {
        var known = small;
        if (known == null) {
            known = Name.of(those(soughtAtSmall, p -> !p.capitalised() && !p.exact()));
            small = known;
        }
        return known;
    }

    private Name whole() {
        var known = whole;
        if (known == null) {
            known = Name.of(all);
            whole = known;
        }
        return known;
    }

    /** Gives the places that are looked for at all. */
    List<Place> sought(boolean capitalLetter) {
        return capitalLetter ? all : soughtAtSmall;
    }

    /** Gives the name of what is meant by this term somewhere, which usually is what was meant the last time. */
    Name of(List<Place> meant) {
        var known = last;
        if (known == null || !known.meant().equals(meant)) {
            known = new Part(meant, meant.equals(all) ? whole() : Name.of(meant));
            last = known;
        }
        return known.name();
    }

    private static List<Place> those(List<Place> places, Predicate<Place> wanted) {
        return places.stream().filter(wanted).toList();
    }
}
