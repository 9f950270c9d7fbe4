package dev.dateline.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.search.InvalidQueryException;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.console.search.QueryProblem;
import dev.dateline.console.search.TagNames;
import dev.dateline.pipeline.tag.TagLabels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveParametersTest {
    private final LiveParameters parameters = new LiveParameters(
            new TagNames(new TagLabels(Map.of("KZ", "Kazakhstan"), Map.of(), Map.of())), OwnRoutes.NONE);

    @Test
    void shouldReadNothingAsEverything() throws Exception {
        var query = parameters.read(Map.of("region", List.of(" "), "q", List.of("")));

        assertThat(query.query().regions()).isEmpty();
        assertThat(query.wanted().isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            region;  Kazakstan;     Did you mean Kazakhstan (KZ)?
            role;    about;         give a region too
            theme;   ecomony;       is not a theme
            language; not one;      BCP 47
            route;   mine;          no such route
            q;       "a dam";       no phrases and no or
            q;       dam or lake;   no phrases and no or
            q;       --;            no word in it
            outcome; lost;          outcome must be one of
            limit;   5;             there is no such parameter
            """)
    void shouldRefuseWhatMeansNothing(String name, String value, String problem) {
        assertThat(problems(name, value)).singleElement().satisfies(said -> {
            assertThat(said.parameter()).isEqualTo(name);
            assertThat(said.detail()).contains(problem);
        });
    }

    @Test
    void shouldRefuseWhatNoTextHas() {
        for (var name : List.of("source", "outlet", "route", "q", "text")) {
            for (var value : List.of("a\0b", "\uD800", "x".repeat(201))) {
                assertThat(problems(name, value)).as(name).isNotEmpty();
            }
        }
        assertThat(problems("text", "a", "b"))
                .singleElement()
                .satisfies(said -> assertThat(said.detail()).contains("once only"));
    }

    private List<QueryProblem> problems(String name, String... values) {
        try {
            parameters.read(Map.of(name, List.of(values)));
            return List.of();
        } catch (InvalidQueryException e) {
            return e.problems();
        }
    }
}
