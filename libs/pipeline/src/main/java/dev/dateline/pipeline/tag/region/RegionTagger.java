package dev.dateline.pipeline.tag.region;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.term.Words;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which countries and regions an article is about, merely mentions, was written in and is published from. */
public final class RegionTagger {
    /** Languages with a file of terms; others have ICU's names only. */
    private static final List<String> LANGUAGES =
            List.of("en", "ru", "kk", "ky", "uz", "tg", "tk", "zh", "tr", "uk", "fa", "ar", "de", "fr", "es");

    private static final double MENTIONED = 0.5;
    private static final double DATELINE = 0.95;

    private final RegionTree tree = new RegionTree();
    private final CountryGroups groups;
    private final Gazetteer gazetteer;
    private final CandidateFinder finder;

    /**
     * Reads the terms.
     *
     * @param data gives a YAML resource by name
     * @param lines gives the lines of a compressed one
     * @param groups countries that news speaks of by one name
     */
    public RegionTagger(Function<String, JsonNode> data, Function<String, Stream<String>> lines, CountryGroups groups) {
        var files = new HashMap<String, JsonNode>();
        LANGUAGES.forEach(l -> files.put(l, data.apply("regions/" + l + ".yaml")));
        files.put(Gazetteer.NATIONS, data.apply("regions/nations.yaml"));
        this.groups = groups;
        this.gazetteer = new Gazetteer(
                files,
                tree,
                new GeoNames(
                        lines.apply("regions/geonames.tsv.gz"),
                        Objects.requireNonNull(files.get("en")).path("cities")),
                groups.all());
        this.finder = new CandidateFinder(new NameContext(data.apply("regions/persons.yaml")));
    }

    /** What is said of each group. */
    public List<Definition> definitions() {
        return groups.all().stream().map(CountryGroup::definition).toList();
    }

    /** Adds the terms of a language to those of its lexicon, once, before the first article is tagged. */
    public void learn(String language, Lexicon lexicon) {
        gazetteer.learn(language, lexicon);
    }

    /**
     * Tags one article.
     *
     * @param language one that was learnt, with whose lexicon title and text were read
     * @param publisherCountry ISO 3166-1 alpha-2, or null when it is not known
     */
    public List<RegionTag> tag(Words title, Words text, String language, @Nullable String publisherCountry) {
        var mentions = mentions(title, text, language, publisherCountry);
        var dateline = Dateline.of(mentions, text.source());
        var extent = Extent.of(text.source(), language.equals("zh"));
        var tags = new RegionTags(title.source(), text.source());
        var countries = new TreeMap<String, Salience>();
        var regions = new TreeMap<String, Salience>();
        var body = dateline.isEmpty()
                ? mentions
                : mentions.stream().filter(m -> !dateline.contains(m)).toList();
        for (var mention : body) {
            if (mention.codes().size() == 1) {
                var into = mention.kind() == PlaceKind.REGION ? regions : countries;
                into.computeIfAbsent(mention.codes().get(0), k -> new Salience(extent))
                        .add(mention);
            } else {
                groupOf(mention)
                        .ifPresent(code -> regions.computeIfAbsent(code, k -> new Salience(extent))
                                .add(mention));
            }
        }
        var blocs = new Blocs(tree, extent);
        blocs.add(body, countries.keySet());
        if (countries.isEmpty() && blocs.all().isEmpty()) {
            addHome(dateline, extent, countries);
        }
        var about = RoleJudge.about(countries, blocs, countriesOf(dateline));
        blocs.all()
                .forEach((members, salience) -> members.forEach(code ->
                        salience.mentions().forEach(countries.computeIfAbsent(code, k -> new Salience(extent))::add)));
        addCountries(countries, about, tags);
        addRegions(countries, regions, about, tags);
        addDateline(dateline, tags);
        if (publisherCountry != null && tree.countries().contains(publisherCountry)) {
            tags.add(publisherCountry, RegionRole.PUBLISHER, 1, List.of());
        }
        return tags.all();
    }

    private List<Mention> mentions(Words title, Words text, String language, @Nullable String home) {
        var terms = gazetteer.of(language);
        var candidates = new ArrayList<>(finder.find(terms, title, EvidenceField.TITLE));
        candidates.addAll(finder.find(terms, text, EvidenceField.TEXT));
        return new PlaceResolver(candidates, home).resolve(title.source(), text.source());
    }

    private Optional<String> groupOf(Mention mention) {
        var members = mention.codes().stream().sorted().toList();
        return groups.all().stream()
                .filter(g -> g.members().equals(members))
                .map(CountryGroup::code)
                .findFirst();
    }

    private static Set<String> countriesOf(List<Mention> dateline) {
        return dateline.stream()
                .filter(m -> m.kind() != PlaceKind.REGION)
                .flatMap(m -> m.codes().stream())
                .collect(Collectors.toSet());
    }

    private static void addCountries(Map<String, Salience> countries, Map<String, Double> about, RegionTags tags) {
        countries.forEach((code, salience) -> {
            var score = about.get(code);
            if (score == null) {
                tags.add(code, RegionRole.MENTIONED, MENTIONED, salience.mentions());
            } else {
                tags.add(code, RegionRole.ABOUT, score, salience.mentions());
            }
        });
    }

    /** Adds what is above the countries that the article is about, and regions that it names itself. */
    private void addRegions(
            Map<String, Salience> countries, Map<String, Salience> named, Map<String, Double> about, RegionTags tags) {
        var above = new TreeMap<String, Double>();
        about.forEach((country, score) -> tree.above(country).forEach(r -> above.merge(r, score, Math::max)));
        above.forEach((region, score) ->
                tags.add(region, RegionRole.ABOUT, score, evidence(region, countries, named, about.keySet())));
        named.forEach((region, salience) -> {
            if (!above.containsKey(region)) {
                var subject = salience.inTitle() || salience.inLead() && about.isEmpty();
                tags.add(
                        region,
                        subject ? RegionRole.ABOUT : RegionRole.MENTIONED,
                        subject ? 0.8 : MENTIONED,
                        salience.mentions());
            }
        });
    }

    /** Gives the first mentions of a region and of the countries in it; who names a group names several countries at once. */
    private Set<Mention> evidence(
            String region, Map<String, Salience> countries, Map<String, Salience> named, Set<String> about) {
        var mentions = new LinkedHashSet<Mention>();
        var own = named.get(region);
        if (own != null) {
            addFirst(own, mentions);
        }
        countries.forEach((country, salience) -> {
            if (about.contains(country) && tree.above(country).contains(region)) {
                addFirst(salience, mentions);
            }
        });
        return mentions;
    }

    private static void addFirst(Salience salience, Set<Mention> mentions) {
        for (var mention : salience.mentions()) {
            if (mentions.size() >= RegionTags.MOST_EVIDENCE) {
                return;
            }
            mentions.add(mention);
        }
    }

    /** A report that names no country beyond the place where it was written is about that one's. */
    private static void addHome(List<Mention> dateline, Extent extent, Map<String, Salience> countries) {
        dateline.stream()
                .filter(m -> m.codes().size() == 1 && m.kind() != PlaceKind.REGION)
                .limit(1)
                .forEach(m -> countries
                        .computeIfAbsent(m.codes().get(0), k -> new Salience(extent))
                        .add(m));
    }

    private static void addDateline(List<Mention> dateline, RegionTags tags) {
        var seen = new HashSet<String>();
        for (var mention : dateline) {
            for (var code : mention.codes()) {
                if (mention.kind() != PlaceKind.REGION && seen.add(code)) {
                    tags.add(code, RegionRole.DATELINE, DATELINE, List.of(mention));
                }
            }
        }
    }
}
