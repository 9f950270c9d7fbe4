package dev.dateline.fetcher.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.runtime.StartException;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesFileTest {
    @TempDir
    Path folder;

    @Test
    void shouldReadSources() throws Exception {
        var sources = SourcesFile.read(file("good.yaml"));

        assertThat(sources)
                .extracting(Source::getKind)
                .containsExactly(SourceKind.FEED, SourceKind.FEED, SourceKind.SITEMAP);
        var first = sources.get(0);
        assertThat(first.getName()).isEqualTo("Steppe Herald");
        assertThat(first.getPublisher().getCountry()).isEqualTo("KZ");
        assertThat(first.getMinIntervalSeconds()).isEqualTo(60);
        assertThat(first.getMaxIntervalSeconds()).isEqualTo(21_600);
        assertThat(first.getEnabled()).isTrue();
        assertThat(sources.get(1).getEnabled()).isFalse();
        assertThat(sources.get(1).getPublisher().getOutlet()).isNull();
    }

    @Test
    void shouldTellEveryProblemWithItsLine() throws Exception {
        var problems = catchThrowableOfType(StartException.class, () -> SourcesFile.read(file("bad.yaml")))
                .problems();

        assertThat(problems)
                .extracting(problem -> problem.place().replaceAll(".*bad.yaml:", "") + " " + problem.what())
                .containsExactlyInAnyOrder(
                        "2 id 'Steppe Herald' is no id",
                        "4 the source has no url",
                        "6 url 'ftp://odd.example/feed' is no web address",
                        "7 country 'Kazakhstan' is no country",
                        "8 language 'english' is no language",
                        "9 kind 'page' is not polled yet",
                        "10 min-interval 'soon' is no duration, 1s to 365d",
                        "11 'colour' means nothing here",
                        "14 id twice stands at line 12 too",
                        "14 url https://twice.example/rss stands at line 12 too",
                        "18 min-interval is longer than max-interval");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
    }

    @Test
    void shouldGuessTheFieldThatWasMeant() throws IOException {
        assertThat(problemOf("sources:\n  - id: x\n    urll: https://x.example/rss"))
                .contains("Did you mean url?");
    }

    @Test
    void shouldTellWhatIsNoListOfSources() throws IOException {
        assertThat(problemOf("just words")).contains("is no list of sources");
        assertThat(problemOf("")).contains("names no source");
        assertThat(problemOf("sources: []")).contains("names no source");
        assertThat(problemOf("feeds:\n  - id: x")).contains("sources.yaml:1", "is not 'sources' with a list");
        assertThat(problemOf("sources:\n  - id: [")).contains("sources.yaml:", "is not valid YAML");
    }

    @Test
    void shouldTellThatAFileIsMissing() {
        var missing = folder.resolve("none.yaml");

        assertThat(catchThrowableOfType(StartException.class, () -> SourcesFile.read(missing)))
                .hasMessageContaining("cannot be read");
    }

    private String problemOf(String text) throws IOException {
        var file = Files.writeString(folder.resolve("sources.yaml"), text);
        return catchThrowableOfType(StartException.class, () -> SourcesFile.read(file))
                .getMessage();
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(SourcesFileTest.class.getResource(name).toURI());
    }
}
