package dev.dateline.fetcher.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.dateline.runtime.StartException;
import dev.dateline.schema.CredentialKind;
import dev.dateline.schema.Credentials;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void shouldReadOnWhatTermsASourceIsAsked() throws Exception {
        var sources = SourcesFile.read(file("terms.yaml"));

        var herald = sources.get(0);
        assertThat(herald.getHeaders())
                .containsOnly(entry("Accept-Language", "kk, ru;q=0.5"), entry("X-Requested-With", "feed"));
        assertThat(herald.getCredentials())
                .isEqualTo(new Credentials(CredentialKind.BASIC, "steppe-login", null, true));
        assertThat(herald.getProxy()).isEqualTo("eu");
        assertThat(herald.getPagesPerDay()).isEqualTo(500);
        assertThat(herald.getSpacingSeconds()).isEqualTo(10);
        assertThat(herald.getRevisitAfterSeconds()).containsExactly(3_600, 86_400);
        assertThat(sources.get(1).getCredentials())
                .isEqualTo(new Credentials(CredentialKind.BEARER, "river.token", null, false));
        assertThat(sources.get(1).getProxy()).isEmpty();
        assertThat(sources.get(1).getRevisitAfterSeconds()).isEmpty();
        assertThat(sources.get(2).getKind()).isEqualTo(SourceKind.PAGE);
        assertThat(sources.get(2).getCredentials())
                .isEqualTo(new Credentials(CredentialKind.HEADER, "lake-key", "X-Api-Key", false));
        assertThat(sources.get(2).getProxy()).isNull();
        assertThat(sources.get(2).getRevisitAfterSeconds()).isNull();
        assertThat(sources.get(3).getCredentials().getSecret()).isEqualTo("own");
    }

    @Test
    void shouldTellWhatIsWrongWithTerms() throws Exception {
        assertThat(problemsOf("bad-terms.yaml"))
                .containsExactlyInAnyOrder(
                        "4 headers is no list of names and values",
                        "5 credentials name no secret, or not how it is sent",
                        "6 proxy 'http://10.0.0.9:3128' is no name of a proxy",
                        "7 quota 'many' is no whole number, 1 to 1000000",
                        "8 spacing '0s' is no duration, 1s to 1h",
                        "9 revisits '24h,1h' is no list of durations, in ascending order",
                        "13 header Host is the fetcher's own",
                        "14 header Cookie carries a secret, which is not written here",
                        "15 header X-Api-Key carries a secret, which is not written here",
                        "17 header accept-language is given twice",
                        "18 'Bad Name' is no header with a value",
                        "19 'X-Empty' is no header with a value",
                        "20 header Content-Length is the fetcher's own",
                        "22 header 'Host' is no header that credentials travel in",
                        "23 secret '../etc/passwd' is no name of a secret",
                        "24 'colour' means nothing here",
                        "27 credentials would go over http, for all on the way to read",
                        "30 credentials name no secret, or not how it is sent",
                        "31 quota '0' is no whole number, 1 to 1000000",
                        "34 credentials is no list of names and values",
                        "35 proxy is no single value",
                        "36 'pages' means nothing here");
    }

    @Test
    void shouldTellEveryProblemWithItsLine() throws Exception {
        assertThat(problemsOf("bad.yaml"))
                .containsExactlyInAnyOrder(
                        "2 id 'Steppe Herald' is no id",
                        "4 the source has no url",
                        "6 url 'ftp://odd.example/feed' is no web address",
                        "7 country 'Kazakhstan' is no country",
                        "8 language 'english' is no language",
                        "9 kind 'newsletter' is no kind of source",
                        "10 min-interval 'soon' is no duration, 1s to 365d",
                        "11 'colour' means nothing here",
                        "14 id twice stands at line 12 too",
                        "14 url https://twice.example/rss stands at line 12 too",
                        "18 min-interval is longer than max-interval");
    }

    private static List<String> problemsOf(String name) throws URISyntaxException {
        var file = file(name);
        var problems = catchThrowableOfType(StartException.class, () -> SourcesFile.read(file))
                .problems();
        assertThat(problems).allSatisfy(problem -> assertThat(problem.mend()).isNotBlank());
        return problems.stream()
                .map(problem -> problem.place().replaceAll(".*yaml:", "") + " " + problem.what())
                .toList();
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
