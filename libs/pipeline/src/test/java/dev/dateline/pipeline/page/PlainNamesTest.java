package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ann Lee", "Жанна Ли", "Leonie Anderson", "陈静"})
    void shouldSeeThatANameIsPlain(String name) {
        assertThat(PlainNames.isSpaced(name)).isTrue();
        assertThat(PlainNames.isOne(name)).isTrue();
        assertThat(PlainNames.isAll(name)).isTrue();
        assertThat(PlainNames.isReadable(name)).isTrue();
        assertThat(PlainNames.isBare(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann Lee and Bo Ray", "Ann Lee & Bo Ray", "Ann Lee, Bo Ray", "Анна Ли И Бо Рэй", "陈静、李明"})
    void shouldNotTakeSeveralNamesForOne(String names) {
        assertThat(PlainNames.isOne(names)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann Lee - Editor", "Ann Lee Posted on Monday", "Ann Lee (The Gazette)", "Ann Lee 3/4"})
    void shouldNotTakeForANameWhatSaysMore(String line) {
        assertThat(PlainNames.isAll(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "www.example.org", "<b>Ann Lee", "user12"})
    void shouldNotTakeAnAddressForAName(String text) {
        assertThat(PlainNames.isReadable(text)).isFalse();
    }
}
