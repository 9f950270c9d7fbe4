package dev.dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CanonicalUrlTest {
    private static final String TABLE = "/dev/dateline/pipeline/canonical-urls.csv";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = TABLE, delimiter = '|', emptyValue = "", ignoreLeadingAndTrailingWhitespace = false)
    void shouldGiveCanonicalForm(String what, String found, String canonical) {
        var url = found == null ? "" : found.replace("{LF}", "\n").replace("{TAB}", "\t");

        assertThat(CanonicalUrl.parse(url).map(CanonicalUrl::value).orElse(null))
                .isEqualTo(canonical);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = TABLE, delimiter = '|', emptyValue = "", ignoreLeadingAndTrailingWhitespace = false)
    void shouldLeaveCanonicalFormAsItIs(String what, String found, String canonical) {
        if (canonical != null) {
            assertThat(CanonicalUrl.parse(canonical)).contains(new CanonicalUrl(canonical));
        }
    }

    @Test
    void shouldRefuseAddressThatIsTooLong() {
        assertThat(CanonicalUrl.parse("https://news.example/" + "a".repeat(WebUrl.MAX_LENGTH)))
                .isEmpty();
    }

    @Test
    void shouldRefuseAddressThatGrowsTooLongOnceEncoded() {
        assertThat(CanonicalUrl.parse("https://news.example/" + "я".repeat(WebUrl.MAX_LENGTH / 4)))
                .isEmpty();
    }
}
