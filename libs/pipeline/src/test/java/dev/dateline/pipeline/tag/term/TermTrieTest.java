package dev.dateline.pipeline.tag.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTrieTest {

    @Test
    void shouldFindTermsWithinLongerOnes() {
        assertThat(find(trie("new york", "new", "york city"), "New York City", false))
                .containsExactly("new", "new york", "york city");
    }

    @Test
    void shouldFindNothingInPartsOfWords() {
        assertThat(find(trie("assad"), "The ambassador", false)).isEmpty();
    }

    @Test
    void shouldShareATermAmongValues() {
        var trie = new TermTrie<String>(Inflection.NONE);
        trie.add(Term.of("Paris"), "FR");
        trie.add(Term.of("Paris"), "US");

        assertThat(find(trie.freeze(), "Paris", false)).containsExactly("FR", "US");
    }

    @Test
    void shouldLookAtCapitalLettersOnly() {
        assertThat(find(trie("reading", "nice"), "Reading a nice book in Nice", true))
                .containsExactly("reading", "nice");
    }

    @Test
    void shouldFindTermsOfAnyScript() {
        assertThat(find(trie("北京", "京", "Ош", "კახეთი"), "北京 Ош კახეთი", false))
                .containsExactly("北京", "京", "Ош", "კახეთი");
    }

    private static TermTrie<String> trie(String... terms) {
        var trie = new TermTrie<String>(Inflection.NONE);
        for (var term : terms) {
            trie.add(Term.of(term), term);
        }
        return trie.freeze();
    }

    private static List<String> find(TermTrie<String> trie, String text, boolean capitalised) {
        var found = new ArrayList<String>();
        var folded = FoldedText.of(text, false);
        if (capitalised) {
            trie.scanCapitalised(folded, hit -> found.add(hit.value()));
        } else {
            trie.scan(folded, hit -> found.add(hit.value()));
        }
        return found;
    }
}
