package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.page.TextBlock.Kind;
import dev.dateline.schema.Provenance;
import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceReaderTest {
    private final ProvenanceReader reader = new ProvenanceReader(PageWords.DEFAULT, new Labels(PageWords.DEFAULT));

    @Test
    void shouldReadLinesWithLabels() {
        var found = read(
                "Body text.",
                "Source: The Harbour Gazette",
                "Author: Ann Lee",
                "Date: May 16",
                "Original article: https://paper.example/a/1/");
        assertThat(found.getOutlet()).isEqualTo("The Harbour Gazette");
        assertThat(found.getAuthor()).isEqualTo("Ann Lee");
        assertThat(found.getDate()).isEqualTo("May 16");
        assertThat(found.getUrl()).isEqualTo("https://paper.example/a/1/");
        assertThat(found.getLines()).hasSize(4);
    }

    @Test
    void shouldReadTheOutletThatAsksTheQuestions() {
        var found = read(
                "\"Harbour Gazette\": Will the pier last?", "Lee: I think so.", "\"Harbour Gazette\": And the ferry?");
        assertThat(found.getOutlet()).isEqualTo("Harbour Gazette");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The pier will be repaired. This was reported by Harbour Gazette.;Harbour Gazette",
                "Experts answered questions from the newspaper \"Harbour Gazette\".;Harbour Gazette",
                "\"Harbour Gazette\" (HG) interviewed the mayor.;Harbour Gazette",
                "Причал отремонтируют. Об этом сообщает «Портовая газета».;Портовая газета",
                "据港口日报报道，码头将维修。;港口日报",
                "Айлақ жөнделеді, деп хабарлады Порт.kz;Порт.kz",
                "Айлақ жөнделеді, деп хабарлады «Айлақ» порталы.;Айлақ",
                "Der Steg wird repariert, wie die Hafenpost berichtet.;Hafenpost"
            })
    void shouldReadSentencesThatNameAnOutlet(String text, String outlet) {
        assertThat(read(text).getOutlet()).isEqualTo(outlet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Егін жиналды, деп хабарлады Ауыл шаруашылығы министрлігі.",
                "Келісімге қол қойылды, деп хабарлады Сыртқы істер министрлігі",
                "Причал отремонтируют. Об этом сообщает Министерство транспорта.",
                "Причал отремонтируют. Об этом сообщили в МЧС.",
                "Der Steg ist gesperrt, wie die Polizei berichtet.",
                "Der Steg ist gesperrt. Das meldete das Ministerium am Montag."
            })
    void shouldNotTakeAnOfficeForAnOutlet(String text) {
        assertThat(read(text).getOutlet()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PORT ELLERY, March 1 (Reuters) - The pier will be repaired.;Reuters",
                "Berlin (dpa) - Der Steg wird repariert.;dpa",
                "МОСКВА, 1 марта. /ТАСС/. Причал отремонтируют.;TASS",
                "Астана. 1 наурыз. /КазТАГ/ - Айлақ жөнделеді.;KazTAG",
                "新华社北京3月1日电 码头将维修。;Xinhua"
            })
    void shouldReadTheDatelineOfAnAgency(String text, String agency) {
        assertThat(read(text).getAgency()).isEqualTo(agency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PORT ELLERY, March 5 (Harbour Wire) — The pier will be repaired.;Harbour Wire",
                "PORT ELLERY (Harbour Wire) — The pier will be repaired.;Harbour Wire",
                "PORT ELLERY, 5 March – Harbour Wire – The pier will be repaired.;Harbour Wire",
                "ГАВАНЬ, 5 марта (Порт-Информ) — Причал отремонтируют.;Порт-Информ",
                "ГАВАНЬ, 5 марта. /Порт-Информ/. Причал отремонтируют.;Порт-Информ",
                "/Айлақ Ақпарат/ Айлақ жөнделеді.;Айлақ Ақпарат",
                "TERMIZ, 5-mart (Port Axborot). Bandargoh taʼmirlanadi.;Port Axborot",
                "海桥社港口3月5日电（记者 王明）码头将维修。;海桥社",
                "本社港口3月5日电 码头将维修。;",
                "PORT ELLERY, (March 5) — The pier will be repaired.;",
                "Ann Lee (Harbour Party) — who knew? — said that the pier will be repaired.;"
            })
    void shouldReadAnAgencyThatIsNotListedByTheFormOfItsDateline(String text, String agency) {
        assertThat(read(text).getAgency()).isEqualTo(agency);
    }

    @Test
    void shouldFindNothingInPlainProse() {
        assertThat(read(Cleaning.PROSE).getLines()).isEmpty();
    }

    private Provenance read(String... lines) {
        return reader.read(Arrays.stream(lines)
                .map(line -> new TextBlock(Kind.PARAGRAPH, line, 0, new Element("p")))
                .toList());
    }
}
