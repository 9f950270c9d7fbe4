package dev.dateline.pipeline.tag.region;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.term.Term;
import dev.dateline.pipeline.tag.term.TermTrie;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms that stand for places, one trie for each language, added when the first article in that language comes.
 *
 * <p>Names of countries, regions and zone cities are ICU's; the rest is in our files. A language also gets the terms of
 * the neighbours whose spellings its press borrows, behind its own endings (Kazakh Cyrillic: Москвада).
 */
final class Gazetteer {
    /** Languages without case, where a capital letter cannot be asked for. */
    static final Set<String> CASELESS = Set.of("zh", "ja", "ko", "ar", "fa");

    /** The file of terms for all languages. */
    static final String NATIONS = "nations";

    private static final Map<String, List<String>> BORROWS = Map.ofEntries(
            Map.entry("kk", List.of("ru")),
            Map.entry("ky", List.of("ru")),
            Map.entry("tg", List.of("ru")),
            Map.entry("uk", List.of("ru")),
            Map.entry("be", List.of("ru")),
            Map.entry("uz", List.of("en", "ru")),
            Map.entry("tk", List.of("en")),
            Map.entry("tr", List.of("en")),
            Map.entry("de", List.of("en")),
            Map.entry("fr", List.of("en")),
            Map.entry("es", List.of("en")));

    /** Words that are written small, except English adjectives. */
    private static final Set<PlaceKind> LOWER_CASE = Set.of(
            PlaceKind.GROUP,
            PlaceKind.ADJECTIVE,
            PlaceKind.CURRENCY,
            PlaceKind.SETTLEMENT,
            PlaceKind.LOCATIVE,
            PlaceKind.RESIDENT,
            PlaceKind.CULTURE,
            PlaceKind.CUE);

    /** Words that no neighbour lends. */
    private static final Set<PlaceKind> OWN = Set.of(
            PlaceKind.ADJECTIVE,
            PlaceKind.CURRENCY,
            PlaceKind.SETTLEMENT,
            PlaceKind.LOCATIVE,
            PlaceKind.RESIDENT,
            PlaceKind.CULTURE,
            PlaceKind.CUE,
            PlaceKind.DOUBTFUL);

    private final Map<String, JsonNode> files;
    private final RegionTree tree;
    private final GeoNames geoNames;
    private final List<CountryGroup> groups;
    private final Map<String, PlaceTerms> tries = new ConcurrentHashMap<>();

    /**
     * @param files our own terms by language, as {@code regions/en.yaml} explains them
     */
    Gazetteer(Map<String, JsonNode> files, RegionTree tree, GeoNames geoNames, List<CountryGroup> groups) {
        this.files = files;
        this.tree = tree;
        this.geoNames = geoNames;
        this.groups = groups;
    }

    /** Adds the terms of a language to those of its lexicon. */
    void learn(String language, Lexicon lexicon) {
        var trie = new TermTrie.Builder<Place>(lexicon);
        addLanguage(trie, language, true);
        var lenders = BORROWS.getOrDefault(language, List.of());
        lenders.forEach(l -> addLanguage(trie, l, false));
        Stream.concat(Stream.of(language), lenders.stream()).forEach(l -> addTowns(trie, geoNames.of(l)));
        if (language.equals("ru") || lenders.contains("ru")) {
            addTowns(trie, geoNames.cyrillic());
        }
        var cased = !CASELESS.contains(language);
        var inflection = lexicon.inflection();
        tries.put(
                language,
                new PlaceTerms(
                        trie.build(
                                places -> new TermPlaces(places, cased),
                                term -> term.mayBeSmall(inflection.hasResidents())),
                        inflection));
    }

    /** Gives the terms of a language that was learnt. */
    PlaceTerms of(String language) {
        return Objects.requireNonNull(tries.get(language), language);
    }

    private static void addTowns(TermTrie.Builder<Place> trie, List<Place> towns) {
        towns.forEach(place -> trie.add(Term.of(place.term()), place));
    }

    private void addLanguage(TermTrie.Builder<Place> trie, String language, boolean own) {
        var cased = !CASELESS.contains(language);
        var file = files.get(language);
        var unwanted = file == null
                ? Set.<String>of()
                : Set.copyOf(texts(file.path("unwanted").asText("")));
        addTerritories(trie, language, cased, unwanted);
        groups.forEach(g -> g.names(language).forEach(t -> trie.add(t, g.place(t, cased))));
        if (file == null) {
            return;
        }
        var shared = Objects.requireNonNull(files.get(NATIONS));
        for (var kind : PlaceKind.values()) {
            var lower = LOWER_CASE.contains(kind) && !(kind == PlaceKind.ADJECTIVE && language.equals("en"));
            if (own || !OWN.contains(kind)) {
                addSection(trie, file.path(kind.section()), kind, cased && !lower);
                addSection(trie, shared.path(kind.section()).path(language), kind, cased && !lower);
            }
        }
    }

    private void addTerritories(TermTrie.Builder<Place> trie, String language, boolean cased, Set<String> unwanted) {
        var names = new TerritoryNames(language);
        for (var code : tree.countries()) {
            add(trie, names.region(code), code, PlaceKind.NAME, cased, unwanted);
        }
        for (var code : tree.regions()) {
            add(trie, names.region(code), code, PlaceKind.REGION, cased, unwanted);
        }
        names.cities().forEach((city, code) -> add(trie, city, code, PlaceKind.CITY, cased, unwanted));
    }

    private static void add(
            TermTrie.Builder<Place> trie,
            @Nullable String name,
            String code,
            PlaceKind kind,
            boolean cased,
            Set<String> unwanted) {
        if (name != null && !unwanted.contains(name)) {
            trie.add(Term.of(name), new Place(List.of(code), kind, cased, false, name));
        }
    }

    private static void addSection(
            TermTrie.Builder<Place> trie, JsonNode section, PlaceKind kind, boolean capitalised) {
        if (section.isTextual()) {
            Term.list(section.asText(""))
                    .forEach(t -> trie.add(t, new Place(List.of(), kind, capitalised, t.exact(), t.text())));
            return;
        }
        section.properties().forEach(entry -> {
            var codes = List.of(entry.getKey().split(" ", -1));
            for (var term : Term.list(entry.getValue().asText())) {
                trie.add(term, new Place(codes, kind, capitalised, term.exact(), term.text()));
            }
        });
    }

    private static List<String> texts(String terms) {
        return Term.list(terms).stream().map(Term::text).distinct().toList();
    }
}
