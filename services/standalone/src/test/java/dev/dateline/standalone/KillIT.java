package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.standalone.demo.DemoRun;
import dev.dateline.standalone.newsroom.ExpectedArticle;
import dev.dateline.standalone.newsroom.Truth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program is killed without warning half way, and started again on the same folder. */
@Tag("slow")
class KillIT {
    /** Far more than it takes, for a build machine that does other things too. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration FINISH = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void shouldLoseNothingAndRepeatNothingWhenKilledHalfWay() throws Exception {
        try (var newsroom = GrownNewsroom.start();
                var program = new UpProcess(folder, folder.resolve("data"), newsroom)) {
            var first = program.start();
            var firstToBeSafe = firstToBeSafe(newsroom.truth());
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() -> program.rawArticles().containsAll(firstToBeSafe));
            first.destroyForcibly().waitFor();

            program.start();
            var report = new StringWriter();
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() -> !program.rawArticles().isEmpty());
            try (var run = new DemoRun(program.kafka(), newsroom, program.databaseUrl(), Instant.now())) {
                run.finish(FINISH, new PrintWriter(report));
            }
            assertThat(report.toString())
                    .as(Files.readString(program.errors()).replace("%", "%%"))
                    .contains("All right");
        }
    }

    /**
     * The newsroom goes by what it was asked for: pages change or go, and copies appear, once an article was read. What was read
     * and not yet safe when the kill came would be told differently afterwards, by the newsroom and not by us; and so would a
     * copy of an article that is gone by then.
     */
    static Set<String> firstToBeSafe(Truth truth) {
        var gone = truth.articles().stream()
                .filter(ExpectedArticle::withdrawn)
                .map(ExpectedArticle::url)
                .collect(Collectors.toSet());
        return truth.articles().stream()
                .flatMap(article -> Stream.concat(
                        article.versions() > 1
                                        || article.withdrawn()
                                        || article.copyOf()
                                                .filter(gone::contains)
                                                .isPresent()
                                ? Stream.of(article.url())
                                : Stream.empty(),
                        article.copyOf().stream()))
                .map(url -> ArticleId.of(CanonicalUrl.parse(url).orElseThrow()))
                .collect(Collectors.toSet());
    }
}
