package dev.dateline.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.SampleNews;
import dev.dateline.schema.RegionRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFilterTest {
    private static final Entry ARTICLE = Entries.of(
            SampleNews.article("a", "Паводок в Ташкенте")
                    .setText("The river Chirchik left its bed.")
                    .setLanguage("zh-Hant")
                    .setRegions(List.of(
                            SampleNews.region("UZ", RegionRole.ABOUT),
                            SampleNews.region("KZ", RegionRole.DATELINE),
                            SampleNews.region("US", RegionRole.MENTIONED),
                            SampleNews.region("FR", RegionRole.PUBLISHER)))
                    .setThemes(List.of(SampleNews.theme("medtop:03000000")))
                    .build(),
            Instant.EPOCH,
            new Entry.Place("topic", 0, 0));

    @ParameterizedTest(name = "{0},{1},{2},{3},{4},{5}: {6}")
    @CsvSource(textBlock = """
            # source,      outcome,  region,   theme,           language, text,       matches
            '',            '',       '',       '',              '',       '',         true
            steppe-herald, '',       '',       '',              '',       '',         true
            steppe,        '',       '',       '',              '',       '',         false
            '',            original, '',       '',              '',       '',         true
            '',            copy,     '',       '',              '',       '',         false
            '',            '',       uz,       '',              '',       '',         true
            '',            '',       KZ,       '',              '',       '',         true
            '',            '',       US,       '',              '',       '',         false
            '',            '',       FR,       '',              '',       '',         false
            '',            '',       '',       medtop:03000000, '',       '',         true
            '',            '',       '',       medtop:01000000, '',       '',         false
            '',            '',       '',       '',              zh,       '',         true
            '',            '',       '',       '',              zh-Hant,  '',         true
            '',            '',       '',       '',              z,        '',         false
            '',            '',       '',       '',              '',       ПАВОДОК,    true
            '',            '',       '',       '',              '',       chirchik,   true
            '',            '',       '',       '',              '',       steppe her, true
            '',            '',       '',       '',              '',       railway,    false
            '',            '',       UZ,       medtop:03000000, zh,       паводок,    true
            '',            '',       UZ,       medtop:03000000, en,       паводок,    false
            """)
    void shouldMatchWhatWasAskedFor(
            String source, String outcome, String region, String theme, String language, String text, boolean matches) {
        assertThat(new ArticleFilter(source, outcome, region, theme, language, text).test(ARTICLE))
                .isEqualTo(matches);
    }
}
