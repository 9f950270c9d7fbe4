package dev.dateline.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvArticlesTest {
    @Test
    void shouldQuoteWhatHasACommaAQuotationMarkOrALineBreak() {
        Map.of(
                        "plain", "plain",
                        "", "",
                        "a, b", "\"a, b\"",
                        "so \"called\"", "\"so \"\"called\"\"\"",
                        "one\n\ntwo", "\"one\n\ntwo\"",
                        "Выборы", "Выборы")
                .forEach((value, field) -> assertThat(CsvArticles.field(value)).isEqualTo(field));
    }

    @Test
    void shouldKeepSpreadsheetsFromTakingTextForFormulas() {
        for (var start : "=+-@\t＝＋－＠".split("")) {
            assertThat(CsvArticles.field(start + "1+1")).isEqualTo("'" + start + "1+1");
        }
        assertThat(CsvArticles.field("=HYPERLINK(\"https://evil.example\",\"x\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"");
        assertThat(CsvArticles.field("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(CsvArticles.field("1-1=0")).isEqualTo("1-1=0");
    }
}
