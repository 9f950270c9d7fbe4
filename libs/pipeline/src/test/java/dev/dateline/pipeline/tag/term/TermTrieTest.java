package dev.dateline.pipeline.tag.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TermTrieTest {
    private static final Pattern NOTHING = Pattern.compile("");
    private static final Inflection ENGLISH =
            new Inflection(NOTHING, Pattern.compile("(?:e?s)?"), NOTHING, NOTHING, false, true, 4);

    @Test
    void shouldFindTermsWithinLongerOnes() {
        assertThat(find(Inflection.NONE, "New York City", "new york", "new", "york city"))
                .containsExactly("new", "new york", "york city");
    }

    @Test
    void shouldFindNothingInPartsOfWords() {
        assertThat(find(Inflection.NONE, "The ambassador", "assad")).isEmpty();
    }

    @Test
    void shouldShareATermAmongValues() {
        var lexicon = new Lexicon(Inflection.NONE);
        var terms = new TermTrie.Builder<String>(lexicon);
        terms.add(Term.of("Paris"), "FR");
        terms.add(Term.of("Paris"), "US");
        var found = new ArrayList<List<String>>();
        var trie = terms.build(List::copyOf, values -> true);

        trie.find(lexicon.freeze().read("Paris"), 0, (value, start, end) -> found.add(value));

        assertThat(found).containsExactly(List.of("FR", "US"));
    }

    @Test
    void shouldFindTermsOfAnyScript() {
        assertThat(find(Inflection.NONE, "北京 Ош კახეთი", "北京", "京", "Ош", "კახეთი"))
                .containsExactly("北京", "京", "Ош", "კახეთი");
    }

    @Test
    void shouldTellHanCharactersApartByTheSpaceBetween() {
        assertThat(find(Inflection.NONE, "北 京", "北京")).isEmpty();
    }

    @Test
    void shouldInflectEveryWordOfATerm() {
        assertThat(find(ENGLISH, "The central banks' rates", "central bank rate"))
                .containsExactly("central bank rate");
    }

    @Test
    void shouldGiveShorterStemsBeforeLongerOnes() {
        assertThat(find(ENGLISH, "Cooperatives", "cooperatives", "cooperative", "coop*"))
                .containsExactly("coop*", "cooperative", "cooperatives");
    }

    @Test
    void shouldNotInflectExactTerms() {
        assertThat(find(ENGLISH, "Goulds, Gould", "=Gould")).containsExactly("=Gould");
    }

    @Test
    void shouldFindNoMoreInALongTextThanItsWordsTimesTheLongestTerm() {
        var repeated = 20_000;

        var found = find(ENGLISH, "new york city ".repeat(repeated), "new york", "new york city new", "york*", "new");

        assertThat(found).hasSize(4 * repeated - 1);
    }

    @Test
    void shouldReadWordsThatAreTooLongToRemember() {
        var word = "x".repeat(100);

        assertThat(find(ENGLISH, word + "es " + word, word)).containsExactly(word, word);
    }

    private static List<String> find(Inflection inflection, String text, String... terms) {
        var lexicon = new Lexicon(inflection);
        var builder = new TermTrie.Builder<String>(lexicon);
        for (var term : terms) {
            builder.add(Term.parse(term), term);
        }
        var trie = builder.build(values -> values.get(0), value -> true);
        var words = lexicon.freeze().read(text);
        var found = new ArrayList<String>();
        for (var i = 0; i < words.size(); i++) {
            trie.find(words, i, (value, start, end) -> found.add(value));
        }
        return found;
    }
}
