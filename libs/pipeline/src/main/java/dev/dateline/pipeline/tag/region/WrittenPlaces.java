package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Inflection;
import java.util.ArrayList;
import java.util.List;

/** Tells which of a term's places are meant by the way in which a text writes them: capital letters, endings, stops. */
final class WrittenPlaces {
    private static final int SHORT = 3;

    private final String source;
    private final boolean allCapitals;
    private final Inflection inflection;

    WrittenPlaces(FoldedText text, Inflection inflection) {
        this.source = text.source();
        this.allCapitals = text.isAllCapitals();
        this.inflection = inflection;
    }

    /** Gives what a term stands for from start up to end; the name may be of no place. */
    Name name(TermPlaces term, int start, int end) {
        if (isPlain(term, start, end)) {
            return term.plain(isCapital(start));
        }
        return term.of(of(term, start, end));
    }

    private boolean isCapital(int start) {
        return Character.isUpperCase(source.charAt(start));
    }

    /** True when nothing has to be looked at but whether there is a capital letter. */
    private boolean isPlain(TermPlaces term, int start, int end) {
        return !term.mayBeExact(source.charAt(start)) && !(term.isLengthened(end - start) && mayBeAnotherWord(end));
    }

    private boolean mayBeAnotherWord(int end) {
        return inflection.hasResidents() || inflection.marksPossessive() && endsInLetterAndS(end);
    }

    /** Gives the places of a term that are meant from start up to end. */
    List<Place> of(TermPlaces term, int start, int end) {
        var capital = isCapital(start);
        var meant = new ArrayList<Place>();
        for (var place : term.sought(capital)) {
            if (isResident(place, start, end)) {
                meant.add(place.as(PlaceKind.ADJECTIVE));
            } else if (isWritten(place, capital, start, end) && !isOtherWord(place, start, end)) {
                meant.add(place);
            }
        }
        return meant;
    }

    private boolean isWritten(Place place, boolean capital, int start, int end) {
        if (place.exact()) {
            return isExact(place, start, end) && (place.kind() != PlaceKind.DIVISION || isBehindComma(start));
        }
        return capital || !place.capitalised();
    }

    /** In Turkic languages those from Shymkent are written small, as an adjective. */
    private boolean isResident(Place place, int start, int end) {
        var behind = start + place.term().length();
        return place.kind().isPlace() && behind < end && inflection.isResident(source.substring(behind, end));
    }

    /** Frances is no form of France, in English. */
    private boolean isOtherWord(Place place, int start, int end) {
        return inflection.marksPossessive()
                && place.kind().isPlace()
                && end - start > place.term().length()
                && endsInLetterAndS(end)
                && !place.term().endsWith("s");
    }

    private boolean endsInLetterAndS(int end) {
        return source.charAt(end - 1) == 's' && end > 1 && Character.isLetter(source.charAt(end - 2));
    }

    /** A state's short form, such as Ga. or PA, only speaks behind the name of a town. */
    private boolean isBehindComma(int start) {
        return start > 2 && source.startsWith(", ", start - 2);
    }

    /** In a text of capitals, "US" may be "us"; "U.S." may not. */
    private boolean isExact(Place place, int start, int end) {
        var written = source.substring(start, end);
        var plain = written.replace(".", "");
        if (allCapitals && plain.length() <= SHORT && plain.length() == written.length()) {
            return false;
        }
        return plain.equals(place.term().replace(".", ""));
    }
}
