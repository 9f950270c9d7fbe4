package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.term.Found;
import dev.dateline.pipeline.tag.term.Words;
import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the names of places in one field: right case, longest name wins, no parts of other names. */
final class CandidateFinder {
    private static final Comparator<Place> OUR_OWN_FIRST = Comparator.comparing(Place::isInGeoNames);

    private final NameContext context;

    CandidateFinder(NameContext context) {
        this.context = context;
    }

    List<Candidate> find(PlaceTerms terms, Words words, EvidenceField field) {
        var scan = new Scan(terms, words, field);
        for (var i : words.firsts()) {
            if (words.text().start(i) >= scan.covered) {
                terms.trie().find(words, i, scan);
                scan.close();
            }
        }
        return Neighbours.read(scan.found, words.source());
    }

    /** A term found, whether or not it is written as it should be. */
    private record Match(TermPlaces term, int start, int end) {
        static final Comparator<Match> LONGEST_FIRST =
                Comparator.comparingInt(Match::start).thenComparingInt(m -> -m.end());

        boolean isAtThePlaceOf(Match other) {
            return start == other.start && end == other.end;
        }
    }

    /** Goes through a text from word to word. */
    private final class Scan implements Found<TermPlaces> {
        private final String source;
        private final EvidenceField field;
        private final WrittenPlaces written;
        private final CommonWords commonWords;
        /** In a title every word may have a capital, so there it says nothing. */
        private final boolean capitalsSpeak;

        private final List<Match> here = new ArrayList<>();
        private final List<Candidate> found = new ArrayList<>();
        private int covered;

        Scan(PlaceTerms terms, Words words, EvidenceField field) {
            this.source = words.source();
            this.field = field;
            this.written = new WrittenPlaces(words.text(), terms.inflection());
            this.commonWords = new CommonWords(source);
            this.capitalsSpeak = field == EvidenceField.TEXT && !words.text().isAllCapitals();
        }

        @Override
        public void accept(TermPlaces term, int start, int end) {
            here.add(new Match(term, start, end));
        }

        /** Takes the longest of the names that begin at one word. */
        void close() {
            if (here.size() == 1) {
                var only = here.get(0);
                add(name(only), only);
            } else if (here.size() > 1) {
                here.sort(Match.LONGEST_FIRST);
                closeSeveral();
            }
            here.clear();
        }

        private void closeSeveral() {
            for (int i = 0, to; i < here.size(); i = to) {
                to = i + 1;
                while (to < here.size() && here.get(to).isAtThePlaceOf(here.get(i))) {
                    to++;
                }
                var name = to == i + 1 ? name(here.get(i)) : together(here.subList(i, to));
                if (add(name, here.get(i))) {
                    return;
                }
            }
        }

        private Name name(Match match) {
            return written.name(match.term(), match.start(), match.end());
        }

        /** Several terms may be written alike, by their endings. */
        private Name together(List<Match> matches) {
            var meant = new ArrayList<Place>();
            for (var match : matches) {
                meant.addAll(written.of(match.term(), match.start(), match.end()));
            }
            meant.sort(OUR_OWN_FIRST);
            return Name.of(meant);
        }

        /** Gives false when no place is meant by what is written there. */
        private boolean add(Name name, Match place) {
            if (name.isEmpty()) {
                return false;
            }
            var start = place.start();
            var end = place.end();
            covered = end;
            if (!name.isA(PlaceKind.OTHER) && !(name.isCapitalised() && commonWords.has(name.term(), start, end))) {
                found.add(new Candidate(name, field, start, end, false, use(name, start, end)));
            }
            return true;
        }

        private NameUse use(Name name, int start, int end) {
            if (name.isOfPlacesOnly() && context.isPartOfName(source, start, end)) {
                return NameUse.PART;
            }
            return capitalsSpeak && !name.isMarker() && NameContext.isChained(source, start, end)
                    ? NameUse.CHAINED
                    : NameUse.BARE;
        }
    }
}
