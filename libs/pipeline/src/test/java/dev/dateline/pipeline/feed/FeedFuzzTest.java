package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a server sends for a feed, a sitemap, a list of feeds or a robots.txt, an answer comes in time and keeps within
 * the limits. In the build the golden files are tried as they are; {@code JAZZER_FUZZ=1 ./mvnw -pl libs/pipeline -am test
 * -Dtest=FeedFuzzTest#feeds} lets Jazzer change them for ten minutes, guided by what the code then does.
 */
class FeedFuzzTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/dateline/pipeline/feed");
    private static final String URL = "https://courier.example/feed.xml";
    private static final FeedLimits LIMITS = FeedLimits.DEFAULT;
    /** A thousand times what such a feed takes. */
    private static final Duration BUDGET = Duration.ofSeconds(5);

    @MethodSource("goldenFiles")
    @FuzzTest(maxDuration = "10m")
    void feeds(byte[] bytes) {
        inTime(() -> {
            var result = FutureDates.setBack(FeedParser.parse(bytes, null, URL), Instant.parse("2026-03-07T00:00:00Z"));
            if (result instanceof Feed feed) {
                check(feed);
            }
        });
    }

    @MethodSource("goldenFiles")
    @FuzzTest(maxDuration = "10m")
    void sitemaps(byte[] bytes) {
        inTime(() -> {
            if (SitemapParser.parse(bytes, null, URL) instanceof Feed feed) {
                check(feed);
            }
        });
    }

    /** The first byte says what the server claims, the rest is what it sends. */
    @MethodSource("goldenFiles")
    @FuzzTest(maxDuration = "10m")
    void charsets(byte[] bytes) {
        var claims = new String[] {
            "", "utf-8", "windows-1251", "gb18030", "shift_jis", "utf-16", "iso-2022-jp", "x-user-defined"
        };
        var claim = bytes.length == 0 ? "" : claims[(bytes[0] & 0xff) % claims.length];
        inTime(() -> {
            assertThat(FeedText.read(bytes, "text/xml; charset=" + claim).text())
                    .isNotNull();
            assertThat(FeedLinks.inPage(bytes, "text/html; charset=" + claim, URL))
                    .hasSizeLessThanOrEqualTo(50);
        });
    }

    @MethodSource("writtenDates")
    @FuzzTest(maxDuration = "10m")
    void dates(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        inTime(() -> FeedDate.parse(text)
                .ifPresent(
                        moment -> assertThat(FeedDate.parse(moment.toString())).contains(moment)));
    }

    @MethodSource("addresses")
    @FuzzTest(maxDuration = "10m")
    void addresses(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        inTime(() -> {
            CanonicalUrl.parse(text).ifPresent(canonical -> {
                assertThat(CanonicalUrl.parse(canonical.value())).contains(canonical);
                assertThat(URI.create(canonical.value())).isNotNull();
            });
            WebUrl.parse(URL)
                    .flatMap(base -> base.resolve(text))
                    .ifPresent(url -> assertThat(WebUrl.parse(url.toString())).contains(url));
        });
    }

    @MethodSource("goldenFiles")
    @FuzzTest(maxDuration = "10m")
    void lists(byte[] bytes) {
        inTime(() -> Opml.read(bytes)
                .ifPresent(list -> assertThat(Opml.read(list.toXml().getBytes(StandardCharsets.UTF_8))
                                .map(Opml::subscriptions))
                        .contains(list.subscriptions())));
    }

    @MethodSource("goldenFiles")
    @FuzzTest(maxDuration = "10m")
    void robots(byte[] bytes) {
        inTime(() -> assertThat(FeedLinks.inRobots(bytes, "https://courier.example/robots.txt"))
                .hasSizeLessThanOrEqualTo(50)
                .allMatch(found -> WebUrl.parse(found.url()).isPresent()));
    }

    static Stream<byte[]> goldenFiles() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().map(FeedFuzzTest::bytes).toList().stream();
        }
    }

    static Stream<byte[]> writtenDates() throws IOException {
        return column(GOLDEN.resolve("dates.csv"), 0);
    }

    static Stream<byte[]> addresses() throws IOException {
        return column(GOLDEN.resolveSibling("canonical-urls.csv"), 1);
    }

    private static Stream<byte[]> column(Path table, int number) throws IOException {
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split("\\|", -1)[number].getBytes(StandardCharsets.UTF_8));
    }

    private static void check(Feed feed) {
        assertThat(feed.entries()).hasSizeLessThanOrEqualTo(LIMITS.entries());
        for (var entry : feed.entries()) {
            var item = entry.item();
            assertThat(length(item.getTitle())).isLessThanOrEqualTo(LIMITS.title());
            assertThat(length(item.getContent())).isLessThanOrEqualTo(LIMITS.text());
            assertThat(entry.detail().links()).hasSizeLessThanOrEqualTo(LIMITS.links());
            if (item.getLink() != null) {
                assertThat(WebUrl.parse(item.getLink())).isPresent();
            }
        }
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static void inTime(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(BUDGET);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
