package dev.dateline.pipeline.tag.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.tag.file.TaxonomyException;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.testkit.GoldenFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountryGroupsTest {
    private static final String RESOURCES = "src/test/resources/dev/dateline/pipeline/tag/region/";

    private final List<TaxonomyProblem> problems = new ArrayList<>();

    @Test
    void shouldSayWhatIsWrongWhereAndWhatMendsIt() throws IOException {
        read(new TaxonomyFile("groups/own.yaml", resource("broken-groups.yaml")));

        GoldenFile.verify(RESOURCES + "broken-groups.txt", told());
    }

    @Test
    void shouldTakeTheShippedGroupsAsTheyAre() throws IOException {
        assertThat(read().all()).hasSizeGreaterThan(10);
        assertThat(problems).isEmpty();
    }

    @Test
    void shouldPutAnOwnGroupInThePlaceOfTheShippedOne() throws IOException {
        var own = new TaxonomyFile(
                "groups/own.yaml",
                "{sco: {label: Two, members: KZ UZ, names: {en: The Two}}, v4: "
                        + "{label: Visegrád, members: CZ HU PL SK, closed: true, names: {en: Visegrad Group}}}");

        var groups = read(own).all();

        assertThat(problems).isEmpty();
        assertThat(groups)
                .filteredOn(group -> group.code().equals("group:sco"))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.members()).containsExactly("KZ", "UZ");
                    assertThat(group.names("ru")).isEmpty();
                });
        assertThat(groups).extracting(CountryGroup::code).contains("group:v4", "group:cis");
    }

    @Test
    void shouldRefuseAFileWithoutGroups() throws IOException {
        read(new TaxonomyFile("groups/own.yaml", "- sco\n"));

        assertThat(told()).startsWith("groups/own.yaml:1: there are no groups");
    }

    @Test
    void shouldRefuseAnAliasBeforeItMultiplies() throws IOException {
        read(new TaxonomyFile("groups/own.yaml", "a: &a {label: A}\nb: [*a, *a, *a, *a]\n"));

        assertThat(told()).startsWith("groups/own.yaml:2: no valid YAML: an alias");
    }

    @Test
    void shouldRefuseDeepNesting() throws IOException {
        read(new TaxonomyFile("groups/own.yaml", "[".repeat(100_000)));

        assertThat(told()).startsWith("groups/own.yaml:1: no valid YAML");
    }

    private CountryGroups read(TaxonomyFile... own) throws IOException {
        var shipped = new TaxonomyFile("groups.yaml", resource("../regions/groups.yaml"));
        return CountryGroups.read(shipped, List.of(own), problems);
    }

    private String told() {
        try {
            TaxonomyException.throwIfAny(problems);
            return "";
        } catch (TaxonomyException e) {
            return e.getMessage() + "\n";
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = CountryGroupsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
