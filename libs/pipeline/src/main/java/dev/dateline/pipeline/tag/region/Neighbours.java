package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the words beside a place's name that change what it stands for: in "US dollar" and "доллар США" it belongs to a
 * currency, in "Karakol village" to a village, river or mine that bears a city's name; and in "in Lancaster" it is a
 * place's, in "Burt Lancaster" none.
 */
final class Neighbours {
    /** What may stand between two words of one name: the Arabic article too, and in Chinese nothing. */
    private static final Pattern GAP = Pattern.compile("\\.?[\\s\u00a0\u2010-]?(?:ال)?");

    private static final int WIDEST_GAP = 4;

    private Neighbours() {}

    /** Gives the places among a field's candidates, in order, without the words that only tell about them. */
    static List<Candidate> read(List<Candidate> found, String source) {
        var places = new ArrayList<Candidate>();
        for (var i = 0; i < found.size(); i++) {
            var candidate = found.get(i);
            if (candidate.isMarker()) {
                continue;
            }
            if (candidate.use() == NameUse.PART) {
                places.add(candidate);
            } else if (candidate.isCountryWord() && isBeside(found, i, PlaceKind.CURRENCY, source)) {
                places.add(candidate.asCurrency());
            } else if (candidate.isA(PlaceKind.CITY) && isBeside(found, i, PlaceKind.SETTLEMENT, source)) {
                places.add(candidate.asNamesake());
            } else if (candidate.isA(PlaceKind.ADJECTIVE) && isBefore(found, i, PlaceKind.CULTURE, source)) {
                continue;
            } else if (isBehind(found, i, PlaceKind.LOCATIVE, source)
                    || isBefore(found, i, PlaceKind.RESIDENT, source)) {
                places.add(candidate.used(NameUse.LOCATED));
            } else {
                places.add(candidate);
            }
        }
        return places;
    }

    private static boolean isBeside(List<Candidate> found, int i, PlaceKind marker, String source) {
        return isBehind(found, i, marker, source) || isBefore(found, i, marker, source);
    }

    private static boolean isBefore(List<Candidate> found, int i, PlaceKind marker, String source) {
        return i + 1 < found.size()
                && isMarker(found.get(i + 1), marker)
                && touch(found.get(i), found.get(i + 1), source);
    }

    private static boolean isBehind(List<Candidate> found, int i, PlaceKind marker, String source) {
        return i > 0 && isMarker(found.get(i - 1), marker) && touch(found.get(i - 1), found.get(i), source);
    }

    private static boolean isMarker(Candidate candidate, PlaceKind marker) {
        return candidate.isMarker() && candidate.isA(marker);
    }

    private static boolean touch(Candidate left, Candidate right, String source) {
        return right.start() - left.end() <= WIDEST_GAP
                && GAP.matcher(source).region(left.end(), right.start()).matches();
    }
}
