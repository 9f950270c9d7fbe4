package dev.dateline.pipeline.tag;

import dev.dateline.pipeline.tag.region.RegionTagger;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.term.Languages;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.theme.TaxonomyFile;
import dev.dateline.pipeline.tag.theme.ThemeTagger;
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
    private final String taxonomyVersion;

    private Tagger(List<TaxonomyFile> customThemes) {
        var data = new TaggingData();
        this.inflections = new Inflections(data.read("inflections.yaml"));
        this.languages = new Languages(data.read("languages.yaml"));
        this.regions = new RegionTagger(data::read, data::lines);
        customThemes.forEach(file -> data.add(file.text()));
        var builtIn = ThemeTagger.builtIn().stream().map(name -> new TaxonomyFile(name, data.text(name)));
        this.themes =
                new ThemeTagger(Stream.concat(builtIn, customThemes.stream()).toList());
        this.taxonomyVersion = data.version();
    }

    /** Loads the built-in gazetteer and taxonomy. */
    public static Tagger load() {
        return load(List.of());
    }

    /**
     * Loads the built-in gazetteer and taxonomy and an operator's own themes beside them.
     *
     * @throws dev.dateline.pipeline.tag.theme.TaxonomyException when anything is wrong with these
     */
    public static Tagger load(List<TaxonomyFile> customThemes) {
        return new Tagger(customThemes);
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

    /** The version of the data that tags are made by, date first: equal data, equal version; newer data, greater text. */
    public String taxonomyVersion() {
        return taxonomyVersion;
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
