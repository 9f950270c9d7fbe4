package dev.dateline.pipeline.tag;

import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyException;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.region.CountryGroups;
import dev.dateline.pipeline.tag.region.RegionTagger;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.term.Languages;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.theme.ThemeTagger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tags plain text with regions and themes by dictionaries, and keeps the words that led to each tag.
 *
 * <p>Immutable and thread-safe; load it once. Work grows linearly with the text.
 */
public final class Tagger {
    private final Languages languages;
    private final Inflections inflections;
    /** The words of the languages that were learnt. */
    private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();

    private final RegionTagger regions;
    private final ThemeTagger themes;
    private final String ownVersion;
    private final String taxonomyVersion;

    private Tagger(OwnTaxonomy own) {
        var data = new TaggingData();
        var problems = new ArrayList<TaxonomyProblem>();
        this.inflections = new Inflections(data.read("inflections.yaml"));
        this.languages = new Languages(data.read("languages.yaml"));
        this.regions = new RegionTagger(data::read, data::lines, groups(data, own, problems));
        var shipped = ThemeTagger.builtIn().stream().map(data::file).toList();
        this.themes = new ThemeTagger(shipped, own.themes(), problems);
        TaxonomyException.throwIfAny(problems);
        this.ownVersion = own.version();
        this.taxonomyVersion = ownVersion.isEmpty() ? data.version() : ownVersion + "+" + data.version();
    }

    private static CountryGroups groups(TaggingData data, OwnTaxonomy own, List<TaxonomyProblem> problems) {
        return CountryGroups.read(data.file(CountryGroups.SHIPPED), own.groups(), problems);
    }

    /** Loads the built-in gazetteer and taxonomy. */
    public static Tagger load() {
        return load(OwnTaxonomy.NONE);
    }

    /**
     * Loads the built-in gazetteer and taxonomy, and an operator's own themes and groups beside them.
     *
     * @throws TaxonomyException when anything is wrong with these
     */
    public static Tagger load(OwnTaxonomy own) {
        return new Tagger(own);
    }

    /**
     * Builds what the first article of each of these languages would otherwise wait for: about a second for the first one,
     * a tenth of that for each more.
     *
     * @param primarySubtags languages that articles are expected in, such as en and kk; others are built when they come
     */
    public Tagger warmUp(Set<String> primarySubtags) {
        primarySubtags.parallelStream().forEach(this::lexicon);
        return this;
    }

    private Lexicon lexicon(String language) {
        return lexicons.computeIfAbsent(language, this::learn);
    }

    private Lexicon learn(String language) {
        var lexicon = new Lexicon(inflections.of(language));
        themes.learn(language, lexicon);
        regions.learn(language, lexicon);
        return lexicon.freeze();
    }

    /**
     * The version of the data that tags are made by, date first: equal data, equal version; newer data, greater text. What
     * an operator applied comes first, then a plus and the version of the shipped data.
     */
    public String taxonomyVersion() {
        return taxonomyVersion;
    }

    /** The version of the operator's taxonomy that is in it; empty without one. */
    public String ownVersion() {
        return ownVersion;
    }

    /** What is said of each theme and group, by code. */
    public Map<String, Definition> definitions() {
        var byCode = new LinkedHashMap<String, Definition>();
        Stream.concat(themes.definitions().stream(), regions.definitions().stream())
                .forEach(definition -> byCode.put(definition.code(), definition));
        return byCode;
    }

    /**
     * Tags a text.
     *
     * @param language BCP 47; null or und lets small words and letters decide
     * @param publisherCountry ISO 3166-1 alpha-2 code of the outlet's country, or null
     */
    public Tags tag(String title, String text, @Nullable String language, @Nullable String publisherCountry) {
        var spoken = languages.of(language, title, text);
        var lexicon = lexicon(spoken);
        var titleWords = lexicon.read(title);
        var textWords = lexicon.read(text);
        return new Tags(
                regions.tag(titleWords, textWords, spoken, publisherCountry),
                themes.tag(titleWords, textWords, spoken),
                themes.speaks(spoken) ? null : spoken);
    }
}
