package dev.dateline.pipeline.tag;

import dev.dateline.pipeline.tag.region.RegionTagger;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.term.Language;
import dev.dateline.pipeline.tag.theme.ThemeTagger;
import org.jspecify.annotations.Nullable;

/**
 * Tags plain text with regions and themes by dictionaries, and keeps the words that led to each tag.
 *
 * <p>Immutable and thread-safe; load it once. Work grows linearly with the text.
 */
public final class Tagger {
    private final RegionTagger regions;
    private final ThemeTagger themes;
    private final String taxonomyVersion;

    private Tagger() {
        var data = new TaggingData();
        var inflections = new Inflections(data.read("inflections.yaml"));
        this.regions = new RegionTagger(data::read, inflections);
        this.themes = new ThemeTagger(data::read, inflections);
        this.taxonomyVersion = data.version();
    }

    /** Loads the built-in gazetteer and taxonomy. */
    public static Tagger load() {
        return new Tagger();
    }

    /** The version of the data that tags are made by, date first: equal data, equal version; newer data, greater text. */
    public String taxonomyVersion() {
        return taxonomyVersion;
    }

    /**
     * Tags a text.
     *
     * @param language BCP 47; null or und lets the letters decide
     * @param publisherCountry ISO 3166-1 alpha-2 code of the outlet's country, or null
     */
    public Tags tag(String title, String text, @Nullable String language, @Nullable String publisherCountry) {
        var terms = Language.of(language, title + " " + text);
        return new Tags(regions.tag(title, text, terms, publisherCountry), themes.tag(title, text, terms));
    }
}
