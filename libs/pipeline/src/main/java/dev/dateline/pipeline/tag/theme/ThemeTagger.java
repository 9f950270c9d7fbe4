package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.ThemeTag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says which IPTC Media Topics and custom themes an article belongs to.
 *
 * <p>A weighted dictionary: what speaks for a theme speaks for all above it; {@link ScoringModel} has the numbers. The
 * best top-level topics are given when enough speaks for them, absolutely and beside the best one; custom themes when
 * enough speaks for them; children of a theme that is not given are not given either. Where nothing is known the tagger
 * abstains.
 */
public final class ThemeTagger {
    private static final int TOP_LEVEL_THEMES = 17;

    private static final Comparator<Map.Entry<Theme, ThemeScore>> BEST_FIRST =
            Comparator.<Map.Entry<Theme, ThemeScore>>comparingDouble(
                            e -> -e.getValue().value())
                    .thenComparing(e -> e.getKey().id());

    private final Taxonomy taxonomy;

    /**
     * Reads a taxonomy; not to be used when that adds problems.
     *
     * @param own files whose themes come beside the shipped ones, or in the place of those with the same id
     * @param problems takes what is wrong
     */
    public ThemeTagger(
            List<TaxonomyFile> shipped,
            List<TaxonomyFile> own,
            Inflections inflections,
            List<TaxonomyProblem> problems) {
        this.taxonomy = new Taxonomy(TaxonomyReader.read(shipped, own, problems), inflections);
    }

    /** What is said of each theme. */
    public List<Definition> definitions() {
        return taxonomy.definitions();
    }

    /** The names of the resource files that hold the built-in themes: one for each top-level topic of IPTC. */
    public static List<String> builtIn() {
        return IntStream.rangeClosed(1, TOP_LEVEL_THEMES)
                .mapToObj("themes/%02d.yaml"::formatted)
                .toList();
    }

    /** Builds the terms of a language before its first article comes. */
    public void warmUp(String language) {
        taxonomy.terms(language);
    }

    /** False when there are no terms in a language, so that no article in it can have themes. */
    public boolean speaks(String language) {
        return taxonomy.speaks(language);
    }

    /** Tags one article; best theme first. */
    public List<ThemeTag> tag(String title, String text, String language) {
        var finder = new ThemeFinder(taxonomy, language);
        finder.scan(title, EvidenceField.TITLE);
        finder.scan(text, EvidenceField.TEXT);
        var scores = finder.scores();
        scores.entrySet()
                .removeIf(e -> taxonomy.needsContext(e.getKey(), language)
                        && !e.getValue().hasNeeded());
        var best = best(scores);
        var given = top(scores, ScoringModel.least(text.length()), best);
        return scores.entrySet().stream()
                .filter(e -> isGiven(e.getKey(), e.getValue(), given, best))
                .sorted(BEST_FIRST)
                .map(e -> tag(e.getKey(), e.getValue(), best))
                .toList();
    }

    private static double best(Map<Theme, ThemeScore> scores) {
        return scores.entrySet().stream()
                .filter(e -> !e.getKey().isCustom())
                .mapToDouble(e -> e.getValue().value())
                .max()
                .orElse(0);
    }

    /** Picks the best topics of IPTC, and every custom theme that has enough. */
    private static Set<String> top(Map<Theme, ThemeScore> scores, double least, double best) {
        var enough = scores.entrySet().stream()
                .filter(e -> e.getKey().isTop() && e.getValue().value() >= least)
                .toList();
        var custom = enough.stream().filter(e -> e.getKey().isCustom());
        var topics = enough.stream()
                .filter(e -> !e.getKey().isCustom() && e.getValue().value() >= ScoringModel.leastBeside(best))
                .sorted(BEST_FIRST)
                .limit(ScoringModel.MOST_TOP);
        return Stream.concat(topics, custom).map(e -> e.getKey().id()).collect(Collectors.toSet());
    }

    private static boolean isGiven(Theme theme, ThemeScore score, Set<String> given, double best) {
        return theme.isTop()
                ? given.contains(theme.id())
                : given.contains(theme.top()) && score.value() >= ScoringModel.leastChild(best);
    }

    private static ThemeTag tag(Theme theme, ThemeScore score, double best) {
        return ThemeTag.newBuilder()
                .setCode(theme.id())
                .setScore(ScoringModel.score(score.value(), best))
                .setEvidence(score.evidence())
                .build();
    }
}
