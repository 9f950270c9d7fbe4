package dev.dateline.standalone.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.runtime.BuildInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of each version: complete, and never changed again. */
class ReleasesTest {
    /** Topics that came after the newest version that is kept. */
    private static final List<String> LATER =
            List.of("news.route.v1", "news.route.refill.v1", "news.source.trial.v1", "news.fetch.request.v1");

    private static final List<String> STORES =
            List.of("dateline-dedup-articles", "dateline-boilerplate-hosts", "dateline-route-routed");

    static List<Release> releases() throws Exception {
        return Release.all();
    }

    /** Takes half a minute, and only when asked to, by {@code -Dgolden.update=true}; what is there is never written over. */
    @BeforeAll
    static void keepThePresentVersion(@TempDir Path data) throws Exception {
        var present = Release.present();
        if (Boolean.getBoolean("golden.update") && Files.notExists(present.folder())) {
            ReleaseRecorder.record(present, data);
        }
    }

    @Test
    void shouldHaveKeptWhatIsReleased() {
        assumeThat(BuildInfo.version()).as("SKIPPED: not released yet").doesNotEndWith("-SNAPSHOT");
        assertThat(Release.present().folder())
                .as("run once with -Dgolden.update=true to keep what this version writes")
                .exists();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void shouldNotChangeWhatWasKept(Release release) throws Exception {
        assertThat(Files.readAllLines(Release.CHECKSUMS))
                .as("files of a version that was released are never changed")
                .containsAll(release.checksums());
    }

    @Test
    void shouldKeepRecordsOfEveryTopicAndEveryStore() throws Exception {
        var newest = Release.all().get(Release.all().size() - 1);
        var contents = Files.readString(newest.contents());
        assertThat(TopicCatalogue.load().all().stream()
                        .map(TopicSpec::name)
                        .filter(name -> !name.startsWith("news.region.") && !name.startsWith("news.theme."))
                        .filter(name -> !LATER.contains(name)))
                .allSatisfy(name -> assertThat(contents).contains(" " + name + "\n"));
        assertThat(LATER).noneMatch(name -> contents.contains(" " + name + "\n"));
        assertThat(STORES).allSatisfy(store -> assertThat(contents).contains(" " + store + "-changelog\n"));
        assertThat(contents).contains(" news.region.", " news.theme.");
    }
}
