package dev.dateline.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.testkit.Articles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteParserTest {
    private static final RouteNames NAMES = new SomeNames();

    /** Knows a few regions and themes. */
    private static final class SomeNames implements RouteNames {
        private final TagLabels labels = new TagLabels(
                Map.of("KZ", "Kazakhstan", "UZ", "Uzbekistan", "143", "Central Asia", "US", "United States"),
                Map.of("medtop:20000256", "energy and resource", "medtop:07000000", "health"),
                Map.of());

        @Override
        public Optional<String> region(String said) {
            return labels.codeOfRegion(said);
        }

        @Override
        public Optional<String> theme(String said) {
            return labels.codeOfTheme(said);
        }

        @Override
        public String regionInsteadOf(String said) {
            return "Did you mean Kazakhstan?";
        }

        @Override
        public String themeInsteadOf(String said) {
            return "Did you mean health?";
        }
    }

    /** About Kazakhstan (surely) and Central Asia; it mentions Uzbekistan; energy, hardly health; in Russian. */
    private static final EnrichedArticle ARTICLE = Articles.enriched("a", 1)
            .setTitle("Новый газопровод достроен")
            .setText("The Gas Pipeline was finished on Friday.")
            .setLanguage("ru")
            .setSourceId("steppe-feed")
            .setPublisher(Publisher.newBuilder()
                    .setOutlet("Steppe News")
                    .setCountry("KZ")
                    .build())
            .setRegions(List.of(
                    new RegionTag("KZ", RegionRole.ABOUT, 0.9, List.of()),
                    new RegionTag("143", RegionRole.ABOUT, 0.4, List.of()),
                    new RegionTag("UZ", RegionRole.MENTIONED, 0.8, List.of())))
            .setThemes(List.of(
                    new ThemeTag("medtop:20000256", 0.7, List.of()), new ThemeTag("medtop:07000000", 0.2, List.of())))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region in (KZ)",
                "region = kazakhstan",
                "region in ('Central Asia', US)",
                "region in (143) and theme in (medtop:20000256) and role = ABOUT and score >= 0.4",
                "region = UZ and role in (ABOUT, MENTIONED)",
                "region not in (UZ)",
                "region != US",
                "role != ABOUT and region = UZ",
                "theme = 'energy and resource' and score >= 0.5",
                "theme = health and not (theme = health and score >= 0.5)",
                "language in (en, RU) and source = steppe-feed",
                "outlet = 'steppe news' and country = kz",
                "title contains ГАЗОПРОВОД and text contains 'gas pipeline'",
                "region = US or (region = KZ and not theme = 'medtop:07000000') or theme = health",
                "NOT region = US AND Region = KZ",
                "region = KZ and region = 143",
                "theme in (custom:minerals, health)"
            })
    void shouldMatch(String expression) throws RouteSyntaxException {
        assertThat(RouteParser.parse(expression, NAMES).matches(ARTICLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region in (UZ)",
                "region in (143) and score >= 0.5",
                "region = KZ and theme = health and score >= 0.5",
                "region = KZ and role = MENTIONED",
                "not region = KZ",
                "region not in (KZ, US)",
                "language = en",
                "title contains 'gas'",
                "region = KZ and (theme = custom:minerals or language = kk)"
            })
    void shouldNotMatch(String expression) throws RouteSyntaxException {
        assertThat(RouteParser.parse(expression, NAMES).matches(ARTICLE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            region in (Kasachstan)               | character 12 | no region is called 'Kasachstan'
            theme = helth                        | character 9  | no theme is called 'helth'
            role = ABOUT                         | character 1  | role stands without a region
            (region = KZ) and score >= 0.5       | character 19 | score stands without a region or theme
            region = KZ and score > 0.5          | character 23 | score is compared with >= only
            region = KZ and score >= 5           | character 26 | '5' is no score
            region = KZ and role = SUBJECT       | character 24 | no role is called 'SUBJECT'
            region KZ                            | character 8  | region must be followed by =, != or in (
            region in (KZ                        | character 14 | the list is not closed
            (region = KZ                         | character 13 | the parenthesis of character 1 is not closed
            region = KZ language = ru            | character 13 | nothing is expected here
            colour = red                         | character 1  | 'colour' is no field
            region = KZ and                      | character 16 | a condition is missing
            region = 'KZ                         | character 10 | a quotation mark is never closed
            title = gas                          | character 7  | title can only be asked what it contains
            region = KZ and role = ABOUT and role = DATELINE and region = UZ | character 34 | says the second time
            region =                             | character 9  | a value is missing
            """)
    void shouldNameThePlace(String expression, String place, String problem) {
        var refused = catchThrowableOfType(RouteSyntaxException.class, () -> RouteParser.parse(expression, NAMES));
        assertThat(refused.place(expression)).startsWith(place);
        assertThat(refused).hasMessageContaining(problem);
        assertThat(refused.mend()).isNotBlank();
    }

    @Test
    void shouldRefuseWhatIsNestedWithoutEnd() {
        var expression = "(".repeat(500) + "region = KZ" + ")".repeat(500);
        assertThatThrownBy(() -> RouteParser.parse(expression, NAMES))
                .isInstanceOf(RouteSyntaxException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> RouteParser.parse("not ".repeat(900) + "region = KZ", NAMES))
                .isInstanceOf(RouteSyntaxException.class);
    }

    @Test
    void shouldReadItsOwnTextToTheSame() throws RouteSyntaxException {
        var random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            var expression = RandomRoutes.expression(random, 3);
            assertThat(RouteParser.parse(expression.toString(), RouteNames.CODES))
                    .isEqualTo(expression);
        }
    }

    @Test
    void shouldRefuseGarbageWithItsPlace() {
        var random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            var garbage = RandomRoutes.garbage(random);
            try {
                RouteParser.parse(garbage, NAMES);
            } catch (RouteSyntaxException e) {
                assertThat(e.position()).isBetween(0, garbage.length());
            }
        }
    }
}
