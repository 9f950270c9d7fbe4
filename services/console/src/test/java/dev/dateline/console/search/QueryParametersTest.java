package dev.dateline.console.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.schema.RegionRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryParametersTest {
    private static final TagNames NAMES = new TagNames(new TagLabels(
            Map.of("KZ", "Kazakhstan", "143", "Central Asia"), Map.of("medtop:04000000", "economy"), Map.of()));

    private static final Duration WEEK = Duration.ofDays(7);

    private static ArticleQuery read(Map<String, List<String>> given) throws InvalidQueryException {
        return QueryParameters.read(given, NAMES);
    }

    private static List<QueryProblem> problems(String name, String... values) {
        try {
            read(Map.of(name, List.of(values)));
            return List.of();
        } catch (InvalidQueryException e) {
            return e.problems();
        }
    }

    @Test
    void shouldTakeCodesAndNamesWhateverTheirCase() throws Exception {
        var query = read(Map.of(
                "region", List.of("kz", "central asia", "group:c5", "KAZAKHSTAN"),
                "theme", List.of("Economy"),
                "role", List.of("dateline")));

        assertThat(query.regions()).containsExactly("KZ", "143", "group:c5");
        assertThat(query.themes()).containsExactly("medtop:04000000");
        assertThat(query.roles()).containsExactly(RegionRole.DATELINE);
    }

    @Test
    void shouldTakeDatesForTheirBeginning() throws Exception {
        var query = read(Map.of(
                "since", List.of("2026-03-01"), "until", List.of("2026-03-01T06:00:00+05:00"), "q", List.of(" ")));

        assertThat(query.since()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(query.text()).isEmpty();
    }

    @Test
    void shouldTakeADurationForThatLongAgo() throws Exception {
        var query = read(Map.of("since", List.of("7d"), "until", List.of("90m")));

        assertThat(Duration.between(query.since().orElseThrow(), Instant.now())).isBetween(WEEK, WEEK.plusMinutes(1));
        assertThat(query.until()).isPresent();
        for (var odd : List.of("7y", "99999999999999999999d", "999999999999d", "99999999d")) {
            assertThat(problems("since", odd)).as(odd).hasSize(1);
        }
    }

    @Test
    void shouldRefuseWhatPostgresDoesNotTake() {
        for (var value : List.of("a\0b", "\uD800", "x".repeat(201))) {
            assertThat(problems("q", value)).hasSize(1);
            assertThat(problems("outlet", value)).hasSize(1);
        }
        assertThat(problems("source", Collections.nCopies(21, "a").toArray(String[]::new)))
                .hasSize(1);
    }

    @Test
    void shouldTellAllProblemsAtOnce() {
        assertThatThrownBy(() -> read(Map.of(
                        "region",
                        List.of("Kazakstan"),
                        "theme",
                        List.of("ecomony"),
                        "limit",
                        List.of("101"),
                        "q",
                        List.of("a", "b"))))
                .isInstanceOfSatisfying(
                        InvalidQueryException.class,
                        e -> assertThat(e.problems())
                                .extracting(QueryProblem::parameter)
                                .containsExactlyInAnyOrder("region", "theme", "limit", "q"))
                .hasMessageContaining("Did you mean Kazakhstan (KZ)?")
                .hasMessageContaining("Did you mean economy (medtop:04000000)?");
    }

    @Test
    void shouldRefuseWhatMeansNothing() {
        assertThat(problems("role", "about")).hasSize(1);
        assertThat(problems("role", "hero")).hasSize(2);
        assertThat(problems("language", "not a language")).hasSize(1);
        assertThat(problems("since", "yesterday")).hasSize(1);
        assertThat(problems("after", "yesterday")).hasSize(1);
        assertThat(problems("regoin", "KZ").get(0).detail()).contains("Did you mean region?");
    }
}
