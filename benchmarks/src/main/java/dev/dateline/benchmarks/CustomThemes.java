package dev.dateline.benchmarks;

import dev.dateline.benchmarks.Articles.Article;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Themes such as an operator may add, of words that the articles have: of each theme a word and four phrases. Walks through the
 * terms begin at most words so, and many a theme is found in an article.
 */
final class CustomThemes {
    private static final int LONG = 8;
    private static final int PHRASES = 4;
    private static final String THEME = """
            - id: custom:theme-%1$d
              label: Theme %1$d
              slug: theme-%1$d
              terms:
                en:
                  1: %2$s
            """;

    private final List<String> words;
    private final List<String> longWords;

    CustomThemes(List<Article> articles) {
        var known = new TreeSet<String>();
        for (var article : articles) {
            known.addAll(List.of(article.text().toLowerCase(Locale.ROOT).split("[^a-z]+")));
        }
        known.remove("");
        words = List.copyOf(known);
        longWords = words.stream().filter(w -> w.length() >= LONG).toList();
    }

    /** Gives so many themes, the same ones each time. */
    OwnTaxonomy of(int count) {
        var random = new Random(1);
        var yaml = new StringBuilder();
        for (var i = 0; i < count; i++) {
            yaml.append(THEME.formatted(i, terms(random)));
        }
        return new OwnTaxonomy("", List.of(new TaxonomyFile("themes/own.yaml", yaml.toString())), List.of());
    }

    private String terms(Random random) {
        var terms = random.ints(PHRASES, 0, words.size())
                .mapToObj(i -> words.get(i) + " " + words.get(random.nextInt(words.size())))
                .collect(Collectors.toCollection(TreeSet::new));
        terms.add(longWords.get(random.nextInt(longWords.size())));
        return String.join(", ", terms);
    }
}
