package dev.dateline.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    private static final Setting<Duration> SPACING =
            Setting.of("fetcher.host-spacing", SettingType.DURATION, "1s", "Spacing.");
    private static final Setting<Integer> WORKERS =
            Setting.of("fetcher.workers", SettingType.between(1, 64), "16", "Workers.");
    private static final Setting<String> PASSWORD =
            Setting.required("sink.password", SettingType.STRING, "Password.").asSecret();
    private static final List<Setting<?>> DECLARED = List.of(SPACING, WORKERS, PASSWORD);

    @TempDir
    Path folder;

    @Test
    void shouldLetLaterSourcesWin() throws Exception {
        var file = file("fetcher:\n  host-spacing: 2s\n  workers: 4\nsink: {password: a}\n");
        var settings = new SettingsLoader(DECLARED)
                .file(file)
                .environment(Map.of("DATELINE_FETCHER_WORKERS", "5"))
                .set("sink.password", "b")
                .load();
        assertThat(settings.get(SPACING)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.get(WORKERS)).isEqualTo(5);
        assertThat(settings.get(PASSWORD)).isEqualTo("b");
    }

    @Test
    void shouldReadASecretFromTheFileThatIsNamed() throws Exception {
        var file = file("a secret with a space \n");

        assertThat(new SettingsLoader(DECLARED)
                        .environment(Map.of("DATELINE_SINK_PASSWORD_FILE", file.toString()))
                        .load()
                        .get(PASSWORD))
                .isEqualTo("a secret with a space");
        assertThat(new SettingsLoader(DECLARED)
                        .set("sink.password-file", file.toString())
                        .load()
                        .get(PASSWORD))
                .isEqualTo("a secret with a space");
    }

    @Test
    void shouldRefuseASecretThatIsGivenTwiceOrInAFileThatIsNotThere() throws Exception {
        var twice = new SettingsLoader(DECLARED)
                .set("sink.password", "secret")
                .environment(Map.of("DATELINE_SINK_PASSWORD_FILE", "anywhere"));
        assertThat(problems(twice))
                .singleElement()
                .hasToString("sink.password (--set): is given by environment DATELINE_SINK_PASSWORD_FILE, too\n"
                        + "      Keep one of the two.");

        assertThat(problems(new SettingsLoader(DECLARED).set("sink.password-file", "nowhere")))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("sink.password-file (--set): the file 'nowhere' cannot be read"));
        assertThat(problems(new SettingsLoader(DECLARED).set("fetcher.workers-file", "nowhere")))
                .as("only secrets have files")
                .anySatisfy(problem -> assertThat(problem.what()).isEqualTo("is no setting"));
    }

    @Test
    void shouldReportAllProblemsAtOnceWithTheirPlaces() throws Exception {
        var file = file("fetcher:\n  host-spacing: soon\n  wokers: 4\n  workers: 65\n");
        assertThat(problems(new SettingsLoader(DECLARED).file(file)))
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "fetcher.host-spacing (" + file + ":2)",
                        "fetcher.wokers (" + file + ":3)",
                        "fetcher.workers (" + file + ":4)",
                        "sink.password");
    }

    @Test
    void shouldSuggestTheNearestName() throws Exception {
        assertThat(problems(new SettingsLoader(DECLARED).file(file("fetcher: {wokers: 4}\n"))))
                .extracting(Problem::mend)
                .contains("Did you mean fetcher.workers?");
    }

    @Test
    void shouldNameTheLineOfBrokenYaml() throws Exception {
        assertThat(problems(new SettingsLoader(DECLARED).file(file("fetcher:\n  a: [1, 2\n  b: 3\n"))))
                .anySatisfy(problem -> {
                    assertThat(problem.place()).contains("settings.yaml:");
                    assertThat(problem.what()).startsWith("is not valid YAML");
                });
    }

    @Test
    void shouldNameAFileThatIsNotThere() {
        assertThat(problems(new SettingsLoader(DECLARED).file(folder.resolve("nowhere.yaml"))))
                .anySatisfy(problem -> assertThat(problem.place()).endsWith("nowhere.yaml"));
    }

    @Test
    void shouldLeaveSectionsOfOtherProgramsAlone() throws Exception {
        var settings = new SettingsLoader(DECLARED)
                .file(file("console: {port: 1}\nsink: {password: a}\n"))
                .load();
        assertThat(settings.get(PASSWORD)).isEqualTo("a");
    }

    @Test
    void shouldReportASectionThatNobodyReads() throws Exception {
        var loader = new SettingsLoader(DECLARED, Set.of("console"))
                .file(file("fetchr: {workers: 1}\nconsole: {port: 1}\n"));
        assertThat(problems(loader))
                .anySatisfy(problem -> assertThat(problem.mend()).isEqualTo("Did you mean fetcher?"))
                .noneSatisfy(problem -> assertThat(problem.place()).contains("console"));
    }

    @Test
    void shouldRefuseToSetWhatACommandBringsItself() {
        var loader = new SettingsLoader(DECLARED).set("fetcher.workers", "4").fix("fetcher.workers", "2");
        assertThat(problems(loader))
                .anySatisfy(problem -> assertThat(problem.what()).isEqualTo("cannot be set here"));
    }

    @Test
    void shouldLetEverySourceWinOverAPreset() throws Exception {
        var settings = new SettingsLoader(DECLARED)
                .set("sink.password", "a")
                .set("fetcher.workers", "4")
                .preset("fetcher.workers", "2")
                .preset("fetcher.host-spacing", "3s")
                .load();
        assertThat(settings.get(WORKERS)).isEqualTo(4);
        assertThat(settings.get(SPACING)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void shouldReportUnknownVariables() {
        assertThat(problems(new SettingsLoader(DECLARED).environment(Map.of("DATELINE_FETCHER_WORKER", "4"))))
                .anySatisfy(problem -> assertThat(problem.mend()).contains("DATELINE_FETCHER_WORKERS"));
    }

    @Test
    void shouldKeepSecretsOutOfMessagesAndLogs() throws Exception {
        var settings =
                new SettingsLoader(DECLARED).set("sink.password", "s3cret").load();
        assertThat(settings.toString()).doesNotContain("s3cret").contains("sink.password=(hidden)");
    }

    @Test
    void shouldRefuseASettingThatWasNotDeclared() throws Exception {
        var settings = new SettingsLoader(List.of(SPACING)).load();
        assertThatThrownBy(() -> settings.get(WORKERS)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Problem> problems(SettingsLoader loader) {
        return catchThrowableOfType(StartException.class, loader::load).problems();
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }
}
