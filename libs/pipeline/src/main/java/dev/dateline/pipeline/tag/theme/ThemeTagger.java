package dev.dateline.pipeline.tag.theme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Hit;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.theme.Taxonomy.ThemeTerm;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.ThemeTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says which IPTC Media Topics an article belongs to.
 *
 * <p>A weighted dictionary: what speaks for a theme speaks for all above it. The best top-level themes are given when
 * enough speaks for them, absolutely and beside the best one; children of a theme that is not given are not given
 * either. Where a language has no terms the tagger abstains.
 */
public final class ThemeTagger {
    private static final int TOP_LEVEL_THEMES = 17;
    private static final int MOST_TOP = 3;
    private static final int MOST_EVIDENCE = 8;
    /** What must speak for a theme in a headline or a sentence. */
    private static final double LEAST = 0.9;
    /** And in an article of this many characters, where chance hits are more. */
    private static final double LEAST_LONG = 2.2;

    private static final double LONG = 1500;
    /** Of the best theme's score, what the second and third need. */
    private static final double OF_BEST = 0.4;

    /** What is enough beside any best theme, however long the article goes on about that. */
    private static final double SURE = 5.5;

    private static final double LEAST_CHILD = 1.9;
    private static final double CHILD_OF_BEST = 0.06;

    private final Taxonomy taxonomy;

    /**
     * Reads the taxonomy.
     *
     * @param data gives a resource by name
     */
    public ThemeTagger(Function<String, JsonNode> data, Inflections inflections) {
        this.taxonomy = new Taxonomy(builtIn().stream().map(data).toList(), inflections);
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

    /** Tags one article; best theme first. */
    public List<ThemeTag> tag(String title, String text, String language) {
        var scores = new TreeMap<String, ThemeScore>();
        scan(title, language, EvidenceField.TITLE, scores);
        scan(text, language, EvidenceField.TEXT, scores);
        var best = scores.values().stream().mapToDouble(ThemeScore::value).max().orElse(0);
        var least = LEAST + (LEAST_LONG - LEAST) * Math.min(1, text.length() / LONG);
        var given = new HashSet<String>();
        scores.entrySet().stream()
                .filter(e -> taxonomy.theme(e.getKey()).isTop())
                .filter(e -> e.getValue().value() >= Math.max(least, Math.min(OF_BEST * best, SURE)))
                .sorted(Comparator.comparingDouble(e -> -e.getValue().value()))
                .limit(MOST_TOP)
                .forEach(e -> given.add(e.getKey()));
        return scores.entrySet().stream()
                .filter(e -> isGiven(taxonomy.theme(e.getKey()), e.getValue(), given, best))
                .map(e -> tag(e, best))
                .sorted(Comparator.comparingDouble(t -> -t.getScore()))
                .toList();
    }

    private static boolean isGiven(Theme theme, ThemeScore score, HashSet<String> given, double best) {
        return theme.isTop()
                ? given.contains(theme.id())
                : given.contains(theme.top()) && score.value() >= Math.max(LEAST_CHILD, CHILD_OF_BEST * best);
    }

    private void scan(String source, String language, EvidenceField field, Map<String, ThemeScore> scores) {
        var terms = taxonomy.terms(language);
        var text = FoldedText.of(source, terms.inflection().splitsAtApostrophe());
        var hits = new ArrayList<Hit<ThemeTerm>>();
        terms.scan(text, hit -> {
            if (hit.value().isWritten(source.substring(hit.start(), hit.end()))) {
                hits.add(hit);
            }
        });
        for (var hit : longest(hits)) {
            var evidence = Evidence.newBuilder()
                    .setField(field)
                    .setStart(hit.start())
                    .setEnd(hit.end())
                    .setText(source.substring(hit.start(), hit.end()))
                    .build();
            var theme = hit.value().theme();
            add(theme.id(), hit, evidence, scores);
            theme.ancestors().forEach(id -> add(id, hit, evidence, scores));
        }
    }

    private static void add(String id, Hit<ThemeTerm> hit, Evidence evidence, Map<String, ThemeScore> scores) {
        scores.computeIfAbsent(id, k -> new ThemeScore())
                .add(hit.value(), evidence.getField() == EvidenceField.TITLE, evidence);
    }

    /** Drops terms inside longer ones: "central bank" is no bank of a river. */
    private static List<Hit<ThemeTerm>> longest(List<Hit<ThemeTerm>> hits) {
        hits.sort(Comparator.<Hit<ThemeTerm>>comparingInt(Hit::start).thenComparingInt(h -> -h.length()));
        var kept = new ArrayList<Hit<ThemeTerm>>();
        @Nullable Hit<ThemeTerm> last = null;
        for (var hit : hits) {
            if (last == null || hit.start() >= last.end() || hit.start() == last.start() && hit.end() == last.end()) {
                kept.add(hit);
                last = hit;
            }
        }
        return kept;
    }

    private static ThemeTag tag(Map.Entry<String, ThemeScore> entry, double best) {
        var value = entry.getValue().value();
        var score = (1 - Math.exp(-value / 6)) * (0.5 + 0.5 * value / best);
        return ThemeTag.newBuilder()
                .setCode(entry.getKey())
                .setScore(Math.round(score * 1000) / 1000.0)
                .setEvidence(entry.getValue().evidence().stream()
                        .limit(MOST_EVIDENCE)
                        .toList())
                .build();
    }
}
