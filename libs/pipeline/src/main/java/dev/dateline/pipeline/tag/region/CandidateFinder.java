package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Hit;
import dev.dateline.pipeline.tag.term.Inflection;
import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the names of places in one field: right case, longest name wins, no parts of other names. */
final class CandidateFinder {
    private static final Comparator<Hit<Place>> LONGEST_FIRST = Comparator.<Hit<Place>>comparingInt(Hit::start)
            .thenComparing(Comparator.<Hit<Place>>comparingInt(Hit::length).reversed());
    private static final Set<PlaceKind> NAMES =
            Set.of(PlaceKind.NAME, PlaceKind.CITY, PlaceKind.DIVISION, PlaceKind.SEAT, PlaceKind.TOWN);
    private static final int SHORT = 3;
    /** By so much may two spellings of one name differ in length: Issyk-Kul, Ysyk Köl. */
    private static final int SPELLING = 1;

    private static final String SENTENCE_ENDS = ".!?…:\"“”«»";

    private final NameContext context;

    CandidateFinder(NameContext context) {
        this.context = context;
    }

    List<Candidate> find(PlaceTerms terms, FoldedText text, EvidenceField field) {
        var hits = new ArrayList<Hit<Place>>();
        terms.scan(text, hit -> {
            if (isResident(hit, text, terms.inflection())) {
                hits.add(new Hit<>(hit.value().as(PlaceKind.ADJECTIVE), hit.start(), hit.end()));
            } else if (isWritten(hit, text) && !isOtherWord(hit, text, terms.inflection())) {
                hits.add(hit);
            }
        });
        hits.sort(LONGEST_FIRST);
        var found = new ArrayList<Candidate>();
        var covered = 0;
        for (var i = 0; i < hits.size(); i++) {
            var hit = hits.get(i);
            if (hit.start() < covered) {
                continue;
            }
            covered = hit.end();
            var candidate =
                    new Candidate(sameSpan(hits, i), field, hit.start(), hit.end(), false, use(hit, text, field));
            if (!candidate.isOther() && !isCommonWord(candidate, text.source())) {
                found.add(isPartOfName(candidate, text) ? candidate.used(NameUse.PART) : candidate);
            }
        }
        return Neighbours.read(found, text.source());
    }

    /** In a title every word may have a capital, so there it says nothing. */
    private static NameUse use(Hit<Place> hit, FoldedText text, EvidenceField field) {
        return field == EvidenceField.TEXT
                        && !text.isAllCapitals()
                        && NameContext.isChained(text.source(), hit.start(), hit.end())
                ? NameUse.CHAINED
                : NameUse.BARE;
    }

    private static List<Place> sameSpan(List<Hit<Place>> hits, int from) {
        var first = hits.get(from);
        var places = hits.subList(from, hits.size()).stream()
                .takeWhile(h -> h.start() == first.start() && h.end() == first.end())
                .map(Hit::value)
                .toList();
        var words = places.stream().filter(p -> p.kind().isWord()).toList();
        return words.isEmpty() ? leastChanged(places) : words;
    }

    /** Нигерия is a form of itself, not of Нигер: what has the shorter ending is meant. */
    private static List<Place> leastChanged(List<Place> places) {
        var longest = places.stream().mapToInt(p -> p.term().length()).max().orElse(0);
        return places.stream()
                .filter(p -> p.codes().isEmpty() || p.term().length() >= longest - SPELLING)
                .toList();
    }

    private boolean isPartOfName(Candidate candidate, FoldedText text) {
        return candidate.places().stream().allMatch(p -> NAMES.contains(p.kind()))
                && context.isPartOfName(text.source(), candidate.start(), candidate.end());
    }

    /** True for a word with a capital only because a sentence begins with it, when the text also has it without. */
    private static boolean isCommonWord(Candidate candidate, String source) {
        if (!candidate.isA(PlaceKind.NAME) && !candidate.isA(PlaceKind.CITY) && !candidate.isA(PlaceKind.TOWN)
                || candidate.places().stream().noneMatch(Place::capitalised)
                || !beginsSentence(source, candidate.start())) {
            return false;
        }
        var small = source.substring(candidate.start(), candidate.end()).toLowerCase(Locale.ROOT);
        for (var at = source.indexOf(small); at >= 0; at = source.indexOf(small, at + 1)) {
            if ((at == 0 || Character.isWhitespace(source.charAt(at - 1)))
                    && (at + small.length() == source.length()
                            || !Character.isLetter(source.charAt(at + small.length())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsSentence(String source, int start) {
        var before = source.substring(Math.max(0, start - 4), start).stripTrailing();
        return start == 0
                || before.isEmpty()
                || SENTENCE_ENDS.indexOf(before.charAt(before.length() - 1)) >= 0
                || source.charAt(start - 1) == '\n';
    }

    private static boolean isWritten(Hit<Place> hit, FoldedText text) {
        var place = hit.value();
        if (place.exact()) {
            return isExact(hit, text) && (place.kind() != PlaceKind.DIVISION || isBehindComma(hit, text));
        }
        return !place.capitalised() || Character.isUpperCase(text.source().charAt(hit.start()));
    }

    /** In Turkic languages those from Shymkent are written small, as an adjective. */
    private static boolean isResident(Hit<Place> hit, FoldedText text, Inflection inflection) {
        var written = text.source().substring(hit.start(), hit.end());
        var name = hit.value().term().length();
        return NAMES.contains(hit.value().kind())
                && written.length() > name
                && inflection.isResident(written.substring(name));
    }

    /** Frances is no form of France, in English. */
    private static boolean isOtherWord(Hit<Place> hit, FoldedText text, Inflection inflection) {
        if (!inflection.marksPossessive() || !NAMES.contains(hit.value().kind())) {
            return false;
        }
        var written = text.source().substring(hit.start(), hit.end());
        return written.length() > hit.value().term().length()
                && written.endsWith("s")
                && Character.isLetter(written.charAt(written.length() - 2))
                && !hit.value().term().endsWith("s");
    }

    /** A state's short form, such as Ga. or PA, only speaks behind the name of a town. */
    private static boolean isBehindComma(Hit<Place> hit, FoldedText text) {
        return hit.start() > 2 && text.source().startsWith(", ", hit.start() - 2);
    }

    /** In a text of capitals, "US" may be "us"; "U.S." may not. */
    private static boolean isExact(Hit<Place> hit, FoldedText text) {
        var written = text.source().substring(hit.start(), hit.end());
        var plain = written.replace(".", "");
        if (text.isAllCapitals() && plain.length() <= SHORT && plain.length() == written.length()) {
            return false;
        }
        return plain.equals(hit.value().term().replace(".", ""));
    }
}
