package dev.dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of the table changed at random, from fixed seeds: what holds for every one that is an address. */
class CanonicalUrlPropertyTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES = List.of(
            "%",
            "%2e",
            "%2F",
            "%25",
            "/",
            "//",
            "/../",
            "/./",
            "?",
            "&",
            "&amp;",
            "=",
            "#",
            ";jsessionid=1",
            "utm_source=a",
            "amp",
            "sid=0123456789abcdef0123456789abcdef",
            "/(S(a))/",
            "\\",
            ":",
            "@",
            "[",
            "]",
            "ж",
            "ß",
            "。",
            "😀",
            "\u00a0",
            " ",
            "/c/s/",
            ".cdn.ampproject.org",
            "xn--",
            ".",
            "0x",
            "\t",
            "\ud800");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBeItsOwnCanonicalFormAndReadableByStrictReaders(long seed) throws IOException {
        var random = new Random(seed);
        var addresses = addresses();
        for (int i = 0; i < ROUNDS; i++) {
            var found = changed(addresses.get(random.nextInt(addresses.size())), random);
            CanonicalUrl.parse(found).ifPresent(canonical -> {
                assertThat(CanonicalUrl.parse(canonical.value())).as(found).contains(canonical);
                assertThat(canonical.value())
                        .as(found)
                        .matches("https?://[!-~]+")
                        .doesNotContain("#");
                assertThat(URI.create(canonical.value())).as(found).isNotNull();
            });
        }
    }

    private static String changed(String address, Random random) {
        var text = new StringBuilder(address);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                case 1 -> text.insert(at, address, 0, random.nextInt(address.length() + 1));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    private static List<String> addresses() throws IOException {
        try (var in =
                Objects.requireNonNull(CanonicalUrlPropertyTest.class.getResourceAsStream("canonical-urls.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\\|", 3)[1])
                    .filter(address -> !address.isEmpty())
                    .toList();
        }
    }
}
