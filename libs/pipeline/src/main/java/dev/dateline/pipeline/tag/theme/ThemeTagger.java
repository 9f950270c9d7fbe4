package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.term.Words;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.ThemeTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

    private static final Comparator<ThemeScore> BEST_FIRST = Comparator.<ThemeScore>comparingDouble(s -> -s.value())
            .thenComparing(s -> s.theme().id());

    private final Taxonomy taxonomy;

    /**
     * Reads a taxonomy; not to be used when that adds problems.
     *
     * @param own files whose themes come beside the shipped ones, or in the place of those with the same id
     * @param problems takes what is wrong
     */
    public ThemeTagger(List<TaxonomyFile> shipped, List<TaxonomyFile> own, List<TaxonomyProblem> problems) {
        this.taxonomy = new Taxonomy(TaxonomyReader.read(shipped, own, problems));
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

    /** Adds the terms of a language to those of its lexicon, once, before the first article is tagged. */
    public void learn(String language, Lexicon lexicon) {
        taxonomy.learn(language, lexicon);
    }

    /** False when there are no terms in a language, so that no article in it can have themes. */
    public boolean speaks(String language) {
        return taxonomy.speaks(language);
    }

    /**
     * Tags one article; best theme first.
     *
     * @param language one that was learnt, with whose lexicon title and text were read
     */
    public List<ThemeTag> tag(Words title, Words text, String language) {
        var finder = new ThemeFinder(taxonomy, language);
        finder.scan(title, EvidenceField.TITLE);
        finder.scan(text, EvidenceField.TEXT);
        var scores = finder.scores();
        var best = best(scores);
        int length = text.source().length() * ScoringModel.letters(language);
        var top = top(scores, length, best);
        var given = new ArrayList<ThemeScore>();
        for (var score : scores) {
            if (score.theme().isTop() ? top.contains(score.theme().id()) : isGiven(score, top, length, best)) {
                given.add(score);
            }
        }
        given.sort(BEST_FIRST);
        return given.stream().map(score -> tag(score, best)).toList();
    }

    private static double best(List<ThemeScore> scores) {
        var best = Double.NEGATIVE_INFINITY;
        for (var score : scores) {
            if (!score.theme().isCustom()) {
                best = Math.max(best, score.value());
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    /** Picks the best topics of IPTC, and every custom theme that has enough. */
    private static Set<String> top(List<ThemeScore> scores, int length, double best) {
        var least = ScoringModel.least(length);
        var given = new HashSet<String>();
        var topics = new ArrayList<ThemeScore>();
        for (var score : scores) {
            if (!score.theme().isTop() || score.value() < least) {
                continue;
            }
            if (score.theme().isCustom()) {
                given.add(score.theme().id());
            } else if (score.value() >= ScoringModel.leastBeside(best) && !isByChance(score, length)) {
                topics.add(score);
            }
        }
        topics.sort(BEST_FIRST);
        topics.removeIf(score -> score != topics.get(0) && isLight(score, length));
        topics.stream()
                .limit(ScoringModel.MOST_TOP)
                .forEach(s -> given.add(s.theme().id()));
        return given;
    }

    /** Whether too few words speak for a theme whose words stand in articles of all kinds. */
    private static boolean isByChance(ThemeScore score, int length) {
        return score.theme().telltale() && ScoringModel.isLong(length) && !score.isTold();
    }

    /** Whether light words alone speak for a topic that is not the best one, and little. */
    private static boolean isLight(ThemeScore score, int length) {
        return ScoringModel.isLong(length) && ScoringModel.isLight(score.value()) && !score.hasTelltale();
    }

    /** Whether enough speaks for a theme below a given one; a single word in an article only touches on a topic. */
    private static boolean isGiven(ThemeScore score, Set<String> top, int length, double best) {
        return top.contains(score.theme().top())
                && score.value() >= ScoringModel.leastChild(length, best)
                && (score.theme().isCustom() || !ScoringModel.isLong(length) || !score.isInPassing());
    }

    private static ThemeTag tag(ThemeScore score, double best) {
        return new ThemeTag(score.theme().id(), ScoringModel.score(score.value(), best), score.evidence());
    }
}
