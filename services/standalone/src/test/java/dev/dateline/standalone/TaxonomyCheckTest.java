package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyCheckTest {
    private static final String LITHIUM =
            "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldSayWhatASoundFolderAdds() throws IOException {
        write("themes/own.yaml", LITHIUM);
        write("groups/own.yaml", "v4: {label: Visegrad Group, members: CZ HU PL SK, names: {en: Visegrad Group}}\n");
        write("README.md", "what these are");
        write(".git/config.yaml", "nothing of ours");

        assertThat(check()).isZero();
        assertThat(out.toString())
                .contains("added    custom:lithium")
                .contains("added    group:v4")
                .endsWith("2 files are in order\n");
    }

    @Test
    void shouldFindTheExampleOfTheDocumentationInOrder() {
        assertThat(run("taxonomy", "check", "../../docs/examples/taxonomy")).isZero();
        assertThat(out.toString()).contains("custom:minerals-export", "group:caspian");
    }

    @Test
    void shouldTellEveryProblemWithFileAndLine() throws IOException {
        write("themes/own.yaml", LITHIUM + "- {id: custom:a, label: a, slug: a, parent: custom:b}\n");
        write("groups/own.yaml", "\nv4: {label: V, members: CZ HU XX, names: {en: V}}\n");

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString())
                .contains("2 problems")
                .contains("themes/own.yaml:2: parent 'custom:b' is no theme")
                .contains("groups/own.yaml:2: member 'XX' is no country");
    }

    @Test
    void shouldNameAFolderThatIsNotThere() {
        assertThat(run("taxonomy", "check", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none: is no folder");
    }

    @Test
    void shouldRefuseAFolderWithNothingInIt() {
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("holds no themes and no groups");
    }

    @Test
    void shouldRefuseAFileOutOfPlace() throws IOException {
        write("own.yaml", LITHIUM);

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("own.yaml: is neither below themes/ nor below groups/");
    }

    @Test
    void shouldRefuseAHugeFileBeforeItIsRead() throws IOException {
        write("themes/own.yaml", LITHIUM);
        Files.write(folder.resolve("themes/huge.yaml"), new byte[50 << 20]);

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("huge.yaml: is larger than 512 KiB");
    }

    @Test
    void shouldRefuseWhatIsNoText() throws IOException {
        write("themes/own.yaml", LITHIUM);
        Files.write(folder.resolve("themes/latin.yaml"), "- id: é".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("latin.yaml: is no text in UTF-8");
    }

    @Test
    void shouldRefuseABombOfAliases() throws IOException {
        write("themes/own.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");

        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("themes/own.yaml:2: no valid YAML: an alias");
    }

    @Test
    void shouldRefuseApplyWithoutAFolder() {
        assertThat(run("taxonomy", "apply")).isEqualTo(2);
        assertThat(err.toString()).contains("needs a folder or --shipped");
    }

    @Test
    void shouldRefuseAHugeSample() throws IOException {
        write("themes/own.yaml", LITHIUM);

        assertThat(run("taxonomy", "diff", folder.toString(), "--sample", "1000000"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--sample 1000000: is not between 1 and 5000");
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int check() {
        return run("taxonomy", "check", folder.toString());
    }

    private int run(String... arguments) {
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
