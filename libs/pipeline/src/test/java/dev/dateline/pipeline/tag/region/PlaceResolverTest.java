package dev.dateline.pipeline.tag.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dateline.pipeline.tag.term.Inflection;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.term.Term;
import dev.dateline.pipeline.tag.term.TermTrie;
import dev.dateline.schema.EvidenceField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts the work of resolving places in long texts, as time lies on a busy machine. */
class PlaceResolverTest {
    private static final int LONG = 200_000;
    /** Towns of each name that is in doubt, in two countries: so many readings and places must be weighed. */
    private static final int NAMESAKES = 10;

    private static final int NAMES = 800;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Springfield ",
                "Springfield, Springfield. In Springfield Springfield ",
                "Paris 北京 Springfield القاهرة Алматы, Paris "
            })
    void shouldDecideOnceHoweverOftenATextRepeatsItsNames(String sentence) {
        var once = resolve(sentence.repeat(2));
        var often = resolve(sentence.repeat(LONG / sentence.length()));

        assertThat(often.candidates).isGreaterThanOrEqualTo(LONG / sentence.length());
        assertThat(often.work).isEqualTo(once.work);
    }

    @Test
    void shouldDoWorkForEachNameThatDoesNotGrowWithTheirNumber() {
        var some = resolve(names(NAMES / 4));
        var twice = resolve(names(NAMES / 2));
        var all = resolve(names(NAMES));

        assertThat(some.work).isPositive();
        assertThat(all.work - twice.work).isLessThan(3 * (twice.work - some.work));
    }

    private record Resolved(int candidates, int work) {}

    private static Resolved resolve(String text) {
        var lexicon = new Lexicon(Inflection.NONE);
        var trie = new TermTrie.Builder<Place>(lexicon);
        List.of("Springfield", "Paris", "北京", "القاهرة", "Алматы").forEach(name -> addTowns(trie, name));
        IntStream.range(0, NAMES).mapToObj(PlaceResolverTest::name).forEach(name -> addTowns(trie, name));
        var terms = new PlaceTerms(
                trie.build(places -> new TermPlaces(places, false), places -> true), lexicon.inflection());
        var finder = new CandidateFinder(new NameContext(JsonNodeFactory.instance.objectNode()));
        var candidates = finder.find(terms, lexicon.freeze().read(text), EvidenceField.TEXT);
        var resolver = new PlaceResolver(candidates, null);
        resolver.resolve("", text);
        return new Resolved(candidates.size(), resolver.work());
    }

    private static void addTowns(TermTrie.Builder<Place> trie, String name) {
        for (var i = 0; i < NAMESAKES; i++) {
            var country = i % 2 == 0 ? "US" : "CA";
            var site = new Site(country, "D" + i, "", 300 + 20 * i, Math.floorMod(7919 * name.hashCode(), 900), 10_000);
            trie.add(Term.of(name), new Place(List.of(country), PlaceKind.TOWN, false, false, name, site));
        }
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(PlaceResolverTest::name)
                .collect(Collectors.joining(". ", "In ", "."));
    }

    private static String name(int number) {
        return "Town" + "abcdefghij".charAt(number / 100) + "abcdefghij".charAt(number / 10 % 10)
                + "abcdefghij".charAt(number % 10);
    }
}
