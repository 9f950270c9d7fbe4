package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dateline.testkit.Articles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a server sends, the cleaner answers with an article or a reason, in time. In the build the golden pages
 * and dates are tried as they are; {@code JAZZER_FUZZ=1 ./mvnw -pl libs/pipeline -am test -Dtest=PageFuzzTest#pages}
 * lets Jazzer change them for ten minutes, guided by what the code then does.
 */
class PageFuzzTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/dateline/pipeline/page");
    /** A thousand times what such a page takes. */
    private static final Duration BUDGET = Duration.ofSeconds(5);

    static Stream<byte[]> goldenPages() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(PageFuzzTest::bytes)
                    .toList()
                    .stream();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("goldenPages")
    @FuzzTest(maxDuration = "10m")
    void pages(byte[] body) {
        var raw = Articles.raw("fuzz", "")
                .setFetch(null)
                .setBody(ByteBuffer.wrap(body))
                .build();
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(Cleaning.verdict(raw)).isNotEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(BUDGET);
    }

    static Stream<byte[]> writtenDates() throws IOException {
        return DateFuzzTest.seeds().stream().map(date -> date.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("writtenDates")
    @FuzzTest(maxDuration = "10m")
    void dates(byte[] written) {
        var text = new String(written, StandardCharsets.UTF_8);
        for (var order : DayOrder.values()) {
            var date = DateParser.parse(text, order);
            if (date != null) {
                assertThat(DateParser.parse(date.text())).isEqualTo(date);
            }
            DateParser.all(text, order)
                    .forEach(found ->
                            assertThat(DateParser.parse(found.date().text())).isEqualTo(found.date()));
        }
    }
}
