package dev.dateline.fetcher.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Terms.Credential;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.CredentialKind;
import dev.dateline.schema.Credentials;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTermsTest {
    static {
        Contracts.trust();
    }

    private static final String FEED = "https://courier.example/feed";

    @TempDir
    Path folder;

    @Test
    void shouldShowALoginToTheSourceAlone() {
        var terms = terms(Map.of("DATELINE_SECRET_COURIER_LOGIN", "reader:opened"));
        var source = source(FEED, new Credentials(CredentialKind.BASIC, "courier-login", null, false));

        assertThat(terms.poll(source).credential())
                .isEqualTo(new Credential("https://courier.example", "Authorization", "Basic cmVhZGVyOm9wZW5lZA=="));
        assertThat(terms.page(source).credential()).isNull();
        assertThat(terms.page(source).lacking()).isNull();
    }

    @Test
    void shouldShowItOnPagesWhenTheSourceSaysSo() {
        var terms = terms(Map.of("DATELINE_SECRET_KEY", "k1"));
        var source = source(FEED, new Credentials(CredentialKind.HEADER, "key", "X-Api-Key", true));

        assertThat(terms.page(source).credential())
                .isEqualTo(new Credential("https://courier.example", "X-Api-Key", "k1"));
    }

    @Test
    void shouldFindASecretInAFileBeforeTheEnvironmentAndSeeItChange() throws IOException {
        var terms = terms(Map.of("DATELINE_SECRET_TOKEN", "old"));
        var source = source(FEED, new Credentials(CredentialKind.BEARER, "token", null, false));
        assertThat(terms.poll(source).credential().value()).isEqualTo("Bearer old");

        Files.writeString(folder.resolve("token"), "new\n");

        assertThat(terms.poll(source).credential().value()).isEqualTo("Bearer new");
    }

    @Test
    void shouldNameAMissingSecretAndWhereItIsLookedFor() {
        var terms = terms(Map.of()).poll(source(FEED, new Credentials(CredentialKind.BASIC, "courier", null, false)));

        assertThat(terms.lacking())
                .isEqualTo("there is no secret 'courier': give this fetcher the file courier in " + folder
                        + " or the variable DATELINE_SECRET_COURIER");
        assertThat(terms.credential()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"BASIC, no-colon", "BEARER, 'two\nlines'", "HEADER, 'a\r\nX-Evil: 1'"})
    void shouldNotSendASecretThatIsNoneOfItsKind(CredentialKind kind, String secret) {
        var source = source(FEED, new Credentials(kind, "s", "X-Key", false));

        var lacking = terms(Map.of("DATELINE_SECRET_S", secret)).poll(source).lacking();

        assertThat(lacking).contains("secret 's'").doesNotContain(secret);
    }

    @Test
    void shouldNotShowCredentialsOverHttp() {
        var source =
                source("http://courier.example/feed", new Credentials(CredentialKind.BASIC, "courier", null, false));

        assertThat(terms(Map.of("DATELINE_SECRET_COURIER", "a:b")).poll(source).lacking())
                .contains("over https only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "", "UPPER", "a/b", ".hidden"})
    void shouldTakeNoPathForTheNameOfASecret(String name) throws IOException {
        Files.writeString(folder.resolve("secret"), "a:b");

        assertThat(new Secrets(Files.createDirectory(folder.resolve("inner")), Map.of()).find(name))
                .isEmpty();
    }

    @Test
    void shouldDropHeadersThatASourceMayNotSet() {
        var source = Source.newBuilder(source(FEED, null))
                .setHeaders(Map.of(
                        "Accept-Language", "kk", "Host", "inner", "Cookie", "a=b", "X-Line", "a\r\nb", "Range", "0-1"))
                .build();

        assertThat(terms(Map.of()).page(source).headers()).isEqualTo(Map.of("Accept-Language", "kk"));
    }

    @Test
    void shouldNotPrintASecret() {
        var source = source(FEED, new Credentials(CredentialKind.BEARER, "token", null, false));

        assertThat(terms(Map.of("DATELINE_SECRET_TOKEN", "hush")).poll(source).toString())
                .doesNotContain("hush");
    }

    private SourceTerms terms(Map<String, String> variables) {
        return new SourceTerms(new Secrets(folder, variables));
    }

    private static Source source(String url, Credentials credentials) {
        return Source.newBuilder()
                .setId("courier")
                .setName("Courier")
                .setUrl(url)
                .setPublisher(new Publisher(null, null, null))
                .setCredentials(credentials)
                .build();
    }
}
