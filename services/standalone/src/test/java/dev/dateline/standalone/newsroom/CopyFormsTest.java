package dev.dateline.standalone.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.Judgement;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.pipeline.dedup.StatesInMemory;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Contracts;
import dev.dateline.testkit.Articles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many copies are found, and how much else is taken for one: every story of the newsroom in all forms of copy, several at
 * once too, in all its languages, among stories of other outlets on the same events and editions of bulletins.
 */
class CopyFormsTest {
    static {
        Contracts.trust();
    }

    /** May rise, never fall. */
    private static final double LEAST_PRECISION = 0.995;

    private static final double LEAST_F1 = 0.98;

    private final Newsroom newsroom = Newsroom.load();
    private final Edition edition =
            new Edition(newsroom, 8088, Instant.parse("2026-03-06T12:00:00Z"), NewsroomServer.QUICK);
    private final Random random = new Random(20260306);

    private record Copy(String story, String form, CleanArticle article) {}

    @Test
    void shouldFindCopiesOfEveryFormInEveryLanguageAndNothingElse() {
        var copies = new ArrayList<Copy>();
        originals().stream()
                .collect(Collectors.groupingBy(Article::language, TreeMap::new, Collectors.toList()))
                .forEach((language, articles) -> copies.addAll(forms(language, articles)));
        Collections.shuffle(copies, random);
        var log = new ArrayList<Copy>();
        originals().forEach(article -> log.add(copy(article, "original", text(article), true)));
        log.addAll(copies);

        var score = new Score();
        var deduplicator = new Deduplicator(new StatesInMemory(), DeduplicatorConfig.DEFAULT);
        for (var copy : log) {
            score.add(copy, deduplicator.judge(copy.article(), Articles.FETCHED, score.size()));
        }

        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(LEAST_PRECISION);
        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(LEAST_F1);
    }

    /** Articles that are no copies; of pages that are none there is nothing to copy. */
    private List<Article> originals() {
        return newsroom.articles().stream()
                .filter(article -> article.marks().truth().outcome() == null)
                .filter(article -> article.marks().truth().copyOf() == null)
                .toList();
    }

    private List<Copy> forms(String language, List<Article> articles) {
        var texts = articles.stream().map(this::text).toList();
        var paragraphs = texts.stream()
                .flatMap(text -> text.lines().filter(line -> line.length() > 20))
                .toList();
        var rules = new CopyForms(texts, !language.equals("zh"), random);
        Map<String, UnaryOperator<String>> forms = new TreeMap<>();
        forms.put("as it is", text -> text);
        forms.put("abridged", rules::abridged);
        forms.put("reworded", rules::reworded);
        forms.put("extended", text -> rules.extended(text, paragraphs));
        forms.put("abridged, reworded", text -> rules.reworded(rules.abridged(text)));
        forms.put("extended, reworded", text -> rules.reworded(rules.extended(text, paragraphs)));
        forms.put("abridged, extended", text -> rules.extended(rules.abridged(text), paragraphs));
        var copies = new ArrayList<Copy>();
        for (var article : articles) {
            forms.forEach(
                    (name, form) -> copies.add(copy(article, name, form.apply(text(article)), random.nextBoolean())));
        }
        return copies;
    }

    private Copy copy(Article article, String form, String text, boolean withTitle) {
        var id = article.id() + "/" + form.replaceAll("\\W+", "-");
        var title = withTitle
                ? article.marks().title()
                : "+ " + text.lines().findFirst().orElseThrow();
        var clean = Articles.clean(id, title, text)
                .setCanonicalUrl("https://" + id.replaceAll("\\W+", "-") + ".example/article")
                .setSketch(Sketcher.sketch(title, text).orElseThrow())
                .build();
        return new Copy(article.id(), form, clean);
    }

    private String text(Article article) {
        return String.join("\n\n", edition.blocks(article, 1));
    }

    /** Counts pairs of articles that are, or are said to be, of one story. */
    private static final class Score {
        private final Map<String, Integer> byTruth = new HashMap<>();
        private final Map<String, Integer> byVerdict = new HashMap<>();
        private final Map<String, Integer> byBoth = new HashMap<>();
        private final Map<String, Integer> missed = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
        private int size;

        void add(Copy copy, Judgement judgement) {
            var verdict = judgement
                    .unique()
                    .map(unique -> unique.getStoryId())
                    .or(() -> judgement.duplicate().map(duplicate -> duplicate.getStoryId()))
                    .orElseThrow();
            byTruth.merge(copy.story(), 1, Integer::sum);
            byVerdict.merge(verdict, 1, Integer::sum);
            byBoth.merge(copy.story() + " " + verdict, 1, Integer::sum);
            if (judgement.unique().isPresent() && !copy.form().equals("original")) {
                missed.merge(copy.form(), 1, Integer::sum);
            }
            if (judgement.duplicate().isPresent() && !verdict.startsWith(copy.story() + "/")) {
                wrong.add(copy.article().getArticleId() + " as " + judgement.detail());
            }
            size++;
        }

        int size() {
            return size;
        }

        double precision() {
            return pairs(byBoth) / pairs(byVerdict);
        }

        double f1() {
            var recall = pairs(byBoth) / pairs(byTruth);
            return 2 * precision() * recall / (precision() + recall);
        }

        private static double pairs(Map<String, Integer> groups) {
            return groups.values().stream()
                    .mapToDouble(count -> count * (count - 1) / 2.0)
                    .sum();
        }

        @Override
        public String toString() {
            return "%d articles: precision %.4f, F1 %.4f, missed %s, wrong %s"
                    .formatted(size, precision(), f1(), missed, wrong);
        }
    }
}
