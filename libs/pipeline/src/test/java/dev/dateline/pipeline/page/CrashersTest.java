package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dateline.testkit.Articles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that once broke the cleaner, or are of the kind that breaks cleaners. Each file stays for ever: put a page that
 * failed in a run or under a fuzzer here as it was, named by what is wrong with it.
 */
class CrashersTest {
    private static final Path CRASHERS = Path.of("src/test/resources/dev/dateline/pipeline/page/crashers");
    /** A hundred times what the slowest takes here, so that a busy machine fails nothing. */
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private static final int HOSTILE = 200_000;
    private static final int STACK_BYTES = 256 << 10;

    static Stream<Path> crashers() throws IOException {
        try (var files = Files.list(CRASHERS)) {
            return files.sorted().toList().stream();
        }
    }

    @BeforeAll
    static void warmUp() {
        ArticleCleaner.warmUp();
    }

    @ParameterizedTest
    @MethodSource("crashers")
    void shouldAnswerInTime(Path crasher) throws IOException {
        shouldAnswerInTime(Files.readAllBytes(crasher));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                " - ",
                ",",
                "1.1.1",
                "12:12 ",
                "by ",
                "«",
                "2026-",
                "| ",
                "作者：",
                " and ",
                "\u00a0",
                "Published "
            })
    void shouldReadHeadsOfOneThingRepeated(String thing) {
        var hostile = thing.repeat(HOSTILE / thing.length());
        var head = new StringBuilder("<title>").append(hostile).append("</title>");
        for (var name :
                new String[] {"author", "og:title", "keywords", "date", "article:section", "og:image", "og:url"}) {
            head.append("<meta property=\"")
                    .append(name)
                    .append("\" content=\"")
                    .append(hostile)
                    .append("\">");
        }
        var body = "<h1>" + hostile + "</h1><p class=\"byline\">" + hostile + "</p><time>" + hostile + "</time><p>"
                + Cleaning.PROSE + "</p><p>" + Cleaning.PROSE + "</p>";
        shouldAnswerInTime(Cleaning.page(head.toString(), body).getBytes(StandardCharsets.UTF_8));
    }

    private static void shouldAnswerInTime(byte[] page) {
        var raw = Articles.raw("crasher", "")
                .setFetch(null)
                .setBody(ByteBuffer.wrap(page))
                .build();
        assertTimeout(
                BUDGET,
                () -> assertThat(onSmallStack(() -> Cleaning.verdict(raw))).isNotEmpty());
    }

    /** What calls itself once for each character or word shows here; on a common stack it depends on what is compiled already. */
    private static String onSmallStack(Supplier<String> work) throws Exception {
        var done = new FutureTask<>(work::get);
        new Thread(null, done, "small-stack", STACK_BYTES).start();
        return done.get();
    }
}
