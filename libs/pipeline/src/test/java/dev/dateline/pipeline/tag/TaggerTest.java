package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyException;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final Tagger TAGGER = Tagger.load();
    private static final String TITLE = "Kazakhstan's parliament votes on Uzbek gas";
    private static final String TEXT =
            "ASTANA, March 3 (Example) - The U.S. ambassador met ministers of Oʻzbekiston and Côte d’Ivoire.\n\n"
                    + "Uzbekistan’s gas pipeline would serve five Central Asian countries, the government said.";

    @Test
    void shouldCutEvidenceOutOfTitleAndText() {
        var tags = TAGGER.tag(TITLE, TEXT, "en", null);

        var evidence = Stream.concat(
                        tags.regions().stream().map(RegionTag::getEvidence),
                        tags.themes().stream().map(ThemeTag::getEvidence))
                .flatMap(List::stream)
                .toList();
        assertThat(evidence)
                .isNotEmpty()
                .allSatisfy(e -> assertThat(source(e).substring(e.getStart(), e.getEnd()))
                        .isEqualTo(e.getText()));
    }

    @Test
    void shouldAddTheRegionsAboveACountry() {
        assertThat(codes(TAGGER.tag("Kazakhstan votes", "", "en", null), RegionRole.ABOUT))
                .contains("KZ", "143", "142");
        assertThat(codes(TAGGER.tag("Brazil votes", "", "en", null), RegionRole.ABOUT))
                .contains("BR", "005", "419", "019");
        assertThat(codes(TAGGER.tag("Kenya votes", "", "en", null), RegionRole.ABOUT))
                .contains("KE", "202", "002");
    }

    @Test
    void shouldTellDatelineFromSubject() {
        var tags = TAGGER.tag(
                "", "TASHKENT, March 3 (Example) - Tajikistan opened a dam in Tajikistan's north.", "en", null);

        assertThat(codes(tags, RegionRole.DATELINE)).containsExactly("UZ");
        assertThat(codes(tags, RegionRole.ABOUT)).contains("TJ").doesNotContain("UZ");
    }

    @Test
    void shouldFindDatelinesOfOtherLanguages() {
        assertThat(codes(TAGGER.tag("", "ТАШКЕНТ, 5 мар — Открыт завод.", "ru", null), RegionRole.DATELINE))
                .containsExactly("UZ");
        assertThat(codes(TAGGER.tag("", "新华社阿斯塔纳3月5日电 新工厂投产。", "zh", null), RegionRole.DATELINE))
                .containsExactly("KZ");
    }

    @Test
    void shouldReadAbbreviationsLetterForLetter() {
        assertThat(themes("Somebody who knows, and who tells")).doesNotContain("medtop:07000000");
        assertThat(themes("The WHO reports, and the WHO advises")).contains("medtop:07000000");
    }

    private static List<String> themes(String title) {
        return TAGGER.tag(title, "", "en", null).themes().stream()
                .map(ThemeTag::getCode)
                .toList();
    }

    @Test
    void shouldNotTakeASentenceForADateline() {
        var tags = TAGGER.tag("", "Tashkent has waited for years - and the metro is late.", "en", null);

        assertThat(codes(tags, RegionRole.DATELINE)).isEmpty();
    }

    @Test
    void shouldGiveMembersOfAGroupTheMentionAsEvidence() {
        var tags = TAGGER.tag("Talks with the five Central Asian countries", "", "en", null);

        assertThat(tags.regions().stream().filter(t -> t.getCode().equals("TM")))
                .singleElement()
                .satisfies(t -> assertThat(t.getEvidence().get(0).getText()).isEqualTo("five Central Asian countries"));
    }

    @Test
    void shouldTellSceneryFromSubject() {
        var text = "Kyrgyzstan raised wages. Kyrgyzstan's teachers in Bishkek welcomed it. ".repeat(8)
                + "Japan did so in 2019.";

        var tags = TAGGER.tag("Kyrgyzstan raises wages", text, "en", null);

        assertThat(codes(tags, RegionRole.MENTIONED)).containsExactly("JP");
    }

    @Test
    void shouldTagThePublishersCountry() {
        assertThat(codes(TAGGER.tag("Rain", "", "en", "KG"), RegionRole.PUBLISHER))
                .containsExactly("KG");
    }

    @Test
    void shouldGiveParentsOfATheme() {
        assertThat(TAGGER.tag("Presidents meet for a summit", "", "en", null).themes())
                .extracting(ThemeTag::getCode)
                .contains("medtop:20000640", "medtop:20000639", "medtop:20000638", "medtop:11000000");
    }

    @Test
    void shouldGiveNoThemeWithoutEvidence() {
        assertThat(TAGGER.tag("Quite so", "One thing and another.", "en", null).themes())
                .isEmpty();
    }

    @Test
    void shouldAbstainInALanguageWithoutTerms() {
        var tags = TAGGER.tag("Viðræður um nýjan samning", "", "is", null);

        assertThat(tags.themes()).isEmpty();
        assertThat(tags.languageWithoutThemes()).isEqualTo("is");
        assertThat(TAGGER.tag("Quite so", "", "en", null).languageWithoutThemes())
                .isNull();
    }

    @Test
    void shouldTagALongTextInBoundedTime() {
        var text = "The government of Kazakhstan and the central bank agreed on the five points. ".repeat(2700);

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> TAGGER.tag("", text, "en", null));
    }

    @Test
    void shouldSurviveOddText() {
        for (var text : List.of("", " ", "\u0000\uD83D\uDE00", "ʻ’'", "-- (", "ــ", "e\u0301", "中", "U.S", ")-")) {
            assertThat(TAGGER.tag(text, text, null, "ZZ").regions()).isNotNull();
        }
    }

    @Test
    void shouldTagTheSameWarmOrCold() {
        var warm = Tagger.load().warmUp(Set.of("en", "kk"));

        assertThat(warm.tag(TITLE, TEXT, "en", null)).isEqualTo(TAGGER.tag(TITLE, TEXT, "en", null));
    }

    @Test
    void shouldNameTheSameDataByTheSameVersion() {
        assertThat(Tagger.load().taxonomyVersion())
                .isEqualTo(TAGGER.taxonomyVersion())
                .matches("20\\d\\d-\\d\\d-\\d\\d-[0-9a-f]{6}");
    }

    @Test
    void shouldGiveCustomThemesBesideTheTopics() {
        var lithium = new TaxonomyFile(
                "themes/own.yaml", "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {2: lithium}}}");
        var tagger = Tagger.load(OwnTaxonomy.of("2027", List.of(lithium)));

        var title = "Lithium, football, a war, a court and an election";
        assertThat(tagger.tag(title, "", "en", null).themes())
                .extracting(ThemeTag::getCode)
                .contains("custom:lithium", "medtop:15000000");
        assertThat(tagger.taxonomyVersion()).isEqualTo("2027+" + TAGGER.taxonomyVersion());
    }

    @Test
    void shouldPutAnOwnThemeInThePlaceOfTheShippedOne() {
        var sport = new TaxonomyFile(
                "themes/own.yaml", "- {id: medtop:15000000, label: sport, slug: sport, terms: {en: {3: kokpar}}}");
        var tagger = Tagger.load(OwnTaxonomy.of("", List.of(sport)));

        assertThat(tagger.tag("A kokpar final", "", "en", null).themes())
                .extracting(ThemeTag::getCode)
                .containsExactly("medtop:15000000");
        assertThat(tagger.definitions().get("medtop:15000000").statements()).contains("en terms 3.0 kokpar");
        assertThat(tagger.definitions()).containsOnlyKeys(TAGGER.definitions().keySet());
    }

    @Test
    void shouldTellTheProblemsOfThemesAndGroupsAtOnce() {
        var own = OwnTaxonomy.of(
                "",
                List.of(
                        new TaxonomyFile("themes/own.yaml", "- {id: custom:a, label: a, slug: a, parent: custom:b}"),
                        new TaxonomyFile("groups/own.yaml", "{a: {label: A, members: KZ XX, names: {}}}")));

        assertThatThrownBy(() -> Tagger.load(own))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("themes/own.yaml:1: parent 'custom:b'")
                .hasMessageContaining("groups/own.yaml:1: member 'XX'");
    }

    private static String source(Evidence evidence) {
        return evidence.getField() == EvidenceField.TITLE ? TITLE : TEXT;
    }

    private static List<String> codes(Tags tags, RegionRole role) {
        return tags.regions().stream()
                .filter(t -> t.getRole() == role)
                .map(RegionTag::getCode)
                .toList();
    }
}
