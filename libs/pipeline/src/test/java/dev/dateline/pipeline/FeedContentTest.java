package dev.dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.Contracts;
import dev.dateline.schema.FeedItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedContentTest {
    static {
        Contracts.trust();
    }

    private static final String WHOLE =
            "Five ministers met on Monday and agreed on the water of the river. ".repeat(10);

    @Test
    void shouldMakeAPageOfWhatTheFeedCarries() {
        assertThat(FeedContent.page(item("<p>" + WHOLE + "</p>")))
                .hasValue(
                        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Water &amp; law</title></head>"
                                + "<body><article><h1>Water &amp; law</h1><p>" + WHOLE
                                + "</p></article></body></html>");
    }

    @Test
    void shouldKeepParagraphsOfPlainText() {
        assertThat(FeedContent.page(item(WHOLE + "\n\n" + WHOLE)).orElseThrow())
                .contains("<p>" + WHOLE + "</p><p>" + WHOLE + "</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"…", "...", " [&hellip;]", " [...]", " Read more »", "</p><p>All of it →</p>"})
    void shouldNotTakeABeginningForTheWhole(String end) {
        assertThat(FeedContent.page(item("<p>" + WHOLE + end))).isEmpty();
    }

    @Test
    void shouldTellAnArrowFromTheEndOfAQuotation() {
        assertThat(FeedContent.page(item("<p>" + WHOLE + " Министр сказал: «Да»</p>")))
                .isPresent();
    }

    @Test
    void shouldNotTakeATeaserForTheWhole() {
        assertThat(FeedContent.page(item("<p>Five ministers met.</p>"))).isEmpty();
        assertThat(FeedContent.page(item(null))).isEmpty();
        assertThat(FeedContent.page(null)).isEmpty();
    }

    private static FeedItem item(String content) {
        return FeedItem.newBuilder()
                .setTitle("Water & law")
                .setLanguage("en")
                .setContent(content)
                .build();
    }
}
