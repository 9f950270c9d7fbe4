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
        assertThat(CommonWords.bearOut(Cleaning.PROSE.toLowerCase(Locale.ROOT), "en"))
                .isTrue();
        assertThat(CommonWords.bearOut(RUSSIAN.toLowerCase(Locale.ROOT), "ru")).isTrue();
    }

    @Test
    void shouldNotBearOutAClaimThatTheTextContradicts() {
        assertThat(CommonWords.bearOut(RUSSIAN.toLowerCase(Locale.ROOT), "uk")).isFalse();
        assertThat(CommonWords.bearOut(Cleaning.PROSE.toLowerCase(Locale.ROOT), "de"))
                .isFalse();
        assertThat(CommonWords.bearOut(Cleaning.PROSE.toLowerCase(Locale.ROOT), "xx"))
                .isFalse();
    }
}
