package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Short cases that dictionaries get wrong: one row each in places.csv, which anyone can extend. */
class PlacesTest {
    private static final Tagger TAGGER = Tagger.load();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "places.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '\0')
    void shouldTellPlacesFromWhatLooksLikeThem(String language, String text, String present, String absent) {
        var codes = TAGGER.tag("", text, language, null).regions().stream()
                .map(RegionTag::getCode)
                .toList();

        assertThat(codes).containsAll(codes(present)).doesNotContainAnyElementsOf(withAnchor(codes(absent)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = {"currencies.csv", "scenery.csv"},
            delimiter = '|',
            numLinesToSkip = 1,
            quoteCharacter = '\0')
    void shouldNotBeAboutScenery(String language, String text, String about, String notAbout) {
        var codes = TAGGER.tag("", text, language, null).regions().stream()
                .filter(t -> t.getRole() == RegionRole.ABOUT)
                .map(RegionTag::getCode)
                .toList();

        assertThat(codes).containsAll(codes(about)).doesNotContainAnyElementsOf(withAnchor(codes(notAbout)));
    }

    private static List<String> codes(String list) {
        return list.equals("-") ? List.of() : Arrays.asList(list.split(" ", -1));
    }

    /** AssertJ refuses an empty list of the unwanted. */
    private static List<String> withAnchor(List<String> codes) {
        return codes.isEmpty() ? List.of("none") : codes;
    }
}
