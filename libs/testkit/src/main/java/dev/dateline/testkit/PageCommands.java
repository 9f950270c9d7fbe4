package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page of the docs shows in its fenced blocks, for tests that do as its reader does. */
public final class PageCommands {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final int SECONDS = 60;

    private final String page;

    private PageCommands(String page) {
        this.page = page;
    }

    /** Reads a page, given relative to the module's folder. */
    public static PageCommands of(String file) throws IOException {
        return new PageCommands(Files.readString(Path.of(file)));
    }

    /** The commands: lines of the blocks that name no language. */
    public List<String> commands() {
        return blocks("").flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    }

    /** The blocks of a language. */
    public List<String> in(String language) {
        return blocks(language).toList();
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    /**
     * Runs a command in a shell; fails when the command does.
     *
     * @param folder where the reader stands
     * @param environment what the page says is set
     * @return what it printed
     */
    public static String run(String command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        var printed = Files.createTempFile("dateline-page", ".txt");
        var shell = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        shell.environment().put("PYTHONIOENCODING", "utf-8");
        shell.environment().putAll(environment);
        var process = shell.start();
        try {
            var ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            var answer = Files.readString(printed, StandardCharsets.UTF_8);
            assertThat(ended).as("%s ends%n%s", command, answer).isTrue();
            assertThat(process.exitValue()).as("%s%n%s", command, answer).isZero();
            return answer;
        } finally {
            process.destroyForcibly();
            Files.delete(printed);
        }
    }
}
