package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DateParserTest {
    @ParameterizedTest
    @CsvFileSource(resources = "dates.csv", delimiter = ';', numLinesToSkip = 1)
    void shouldReadDatesInTheFormsOfTheWeb(String found, String expected) {
        var date = DateParser.parse(found);
        assertThat(date).as(found).isNotNull();
        assertThat(date.text()).as(found).isEqualTo(expected);
    }

    @Test
    void shouldGiveNothingForWhatIsNoDate() {
        assertThat(DateParser.parse("31 February 2024")).isNull();
        assertThat(DateParser.parse("Version 10.2.1")).isNull();
        assertThat(DateParser.parse("yesterday")).isNull();
        assertThat(DateParser.parse("2024-13-45")).isNull();
        assertThat(DateParser.parse(null)).isNull();
    }
}
