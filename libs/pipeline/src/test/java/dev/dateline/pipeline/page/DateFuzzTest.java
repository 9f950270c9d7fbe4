package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates changed at random, from fixed seeds: whatever a page writes, the parser answers, and its answer is a date. */
class DateFuzzTest {
    private static final int ROUNDS = 8_000;
    private static final String ALPHABET =
            "0123456789 .,:/-|()TZ+年月日令和元時分г.жылйилde of مارس۱۴۰٢ мартаJanuaryam\u00a0\u200f😀";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldAnswerWhateverIsWritten(long seed) throws IOException {
        var random = new Random(seed);
        var seeds = seeds();
        for (int i = 0; i < ROUNDS; i++) {
            var text = mutated(seeds.get(random.nextInt(seeds.size())), random);
            for (var order : DayOrder.values()) {
                check(text, DateParser.parse(text, order));
                DateParser.all(text, order).forEach(found -> check(text, found.date()));
            }
        }
    }

    private static void check(String text, @Nullable PageDate date) {
        if (date != null) {
            assertThat(DateParser.parse(date.text())).as(text).isEqualTo(date);
            assertThat(date.clock().toLocalDate()).as(text).isEqualTo(date.day());
        }
    }

    private static String mutated(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 2 -> text.insert(at, seed, 0, random.nextInt(seed.length() + 1));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    static List<String> seeds() throws IOException {
        try (var in = DateFuzzTest.class.getResourceAsStream("dates.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(';')))
                    .toList();
        }
    }
}
