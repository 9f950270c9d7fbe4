package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommonWordsTest {
    private static final String RUSSIAN =
            "Совет города решил на этой неделе, что паром не будет ходить до весны, и это не понравилось рыбакам, "
                    + "которые для ремонта уже собрали деньги, но их было мало.";

    @Test
    void shouldBearOutALanguageThatIsPlain() {
        assertThat(CommonWords.of(Cleaning.PROSE.toLowerCase(Locale.ROOT)).bearOut("en"))
                .isTrue();
        assertThat(CommonWords.of(RUSSIAN.toLowerCase(Locale.ROOT)).bearOut("ru"))
                .isTrue();
    }

    @Test
    void shouldNotBearOutAClaimThatTheTextContradicts() {
        assertThat(CommonWords.of(RUSSIAN.toLowerCase(Locale.ROOT)).bearOut("uk"))
                .isFalse();
        assertThat(CommonWords.of(Cleaning.PROSE.toLowerCase(Locale.ROOT)).bearOut("de"))
                .isFalse();
        assertThat(CommonWords.of(Cleaning.PROSE.toLowerCase(Locale.ROOT)).bearOut("xx"))
                .isFalse();
    }
}
