package dev.dateline.pipeline.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The word lists of the resource {@code page-words.yaml}, as written there.
 *
 * @param elements words of class and id attributes
 * @param lines lines of text that belong to the page and not to the article
 * @param labels what stands before a colon in a line about origin, by what the line tells
 * @param reports expressions of sentences that name who reported first
 * @param interviews expressions that name the outlet of an interview
 * @param agencies forms by the name that we give the agency
 * @param accounts names that content systems use instead of an author's
 * @param bylinePrefixes what stands before a name
 * @param bylineSuffixes what stands behind a name
 * @param bylineFor what stands between a name and the outlet that it was written for
 * @param notArticles titles of error and login pages
 */
record PageWords(
        ElementWords elements,
        LineWords lines,
        Map<String, List<String>> labels,
        List<Sentence> reports,
        List<Sentence> interviews,
        Map<String, List<String>> agencies,
        Set<String> accounts,
        List<String> bylinePrefixes,
        List<String> bylineSuffixes,
        List<String> bylineFor,
        Set<String> notArticles) {
    private static final String RESOURCE = "page-words.yaml";
    /** The lists that come with the program. */
    static final PageWords DEFAULT = load();

    record ElementWords(
            Set<String> surelyNoise,
            Set<String> noise,
            Set<String> doubtful,
            Set<String> noiseAlone,
            Set<String> noisePairs,
            Set<String> bodyPairs,
            Set<String> bodyWords,
            Set<String> caption,
            Set<String> lead) {}

    /**
     * An expression that names an outlet.
     *
     * @param when what a text must hold, in lower case, for the expression to be tried at all
     */
    record Sentence(List<String> when, String form) {}

    record LineWords(
            Set<String> alone,
            List<String> beginnings,
            Set<String> closings,
            Set<String> networks,
            Set<String> channels,
            Set<String> invitations,
            Set<String> disclaimers) {

        LineWords with(OwnLines own) {
            return new LineWords(
                    union(alone, own.alone()),
                    Stream.concat(beginnings.stream(), own.beginnings().stream())
                            .toList(),
                    union(closings, own.closings()),
                    networks,
                    channels,
                    invitations,
                    union(disclaimers, own.disclaimers()));
        }

        private static Set<String> union(Set<String> builtIn, List<String> own) {
            var all = new LinkedHashSet<>(builtIn);
            all.addAll(own);
            return all;
        }
    }

    /** These lists and an operator's own lines. */
    PageWords with(OwnLines own) {
        return new PageWords(
                elements,
                lines.with(own),
                labels,
                reports,
                interviews,
                agencies,
                accounts,
                bylinePrefixes,
                bylineSuffixes,
                bylineFor,
                notArticles);
    }

    private static PageWords load() {
        try (var in = PageWords.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, PageWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this program cannot be read", e);
        }
    }
}
