package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Story;
import dev.dateline.testkit.Articles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Versions, roles and withdrawals, as rows of {@code logs.txt}. */
class VersionsTest {

    @TestFactory
    Stream<DynamicTest> shouldSayOfEachLogWhatItsBlockSays() {
        return Arrays.stream(resource("/dedup/logs.txt").split("== "))
                .skip(1)
                .map(block -> DynamicTest.dynamicTest(block.lines().findFirst().orElseThrow(), () -> check(block)));
    }

    private static void check(String block) {
        var rows = block.lines()
                .skip(1)
                .filter(line -> line.contains("->"))
                .map(VersionsTest::singleSpaced)
                .toList();
        var deduplicator = new Deduplicator(new BytesInMemory(), DeduplicatorConfig.DEFAULT);
        long position = 0;
        var said = new StringBuilder();
        for (var row : rows) {
            position += row.startsWith("^") ? 0 : 1;
            var record = record(row);
            var judgement = deduplicator.judge(record, Articles.FETCHED, position);
            said.append(row, 0, row.indexOf("->"))
                    .append("-> ")
                    .append(describe(judgement))
                    .append('\n');
        }
        assertThat(said.toString().lines().toList()).isEqualTo(rows);
    }

    private static CleanArticle record(String row) {
        var columns = row.replace("^", "").split(" ");
        int minute = Integer.parseInt(columns[2]);
        return columns[1].equals("-")
                ? DedupRecords.withdrawal(columns[0], minute).build()
                : DedupRecords.version(columns[0], columns[1], minute).build();
    }

    private static String describe(Judgement judgement) {
        var said = judgement.dropped().map(reason -> "dropped " + reason).orElse("")
                + judgement
                        .unique()
                        .map(it -> "unique " + it.getVersion() + " " + it.getEvent())
                        .orElse("")
                + judgement
                        .duplicate()
                        .map(it -> "duplicate " + it.getVersion() + " " + it.getEvent() + " of " + it.getDuplicateOf())
                        .orElse("");
        return said + judgement.stories().stream().map(VersionsTest::describe).collect(Collectors.joining());
    }

    private static String describe(Story story) {
        return story.getCopies().stream()
                .map(copy -> " " + copy.getArticleId() + "=" + copy.getStatus())
                .collect(Collectors.joining("", " | " + story.getStatus(), ""));
    }

    private static String singleSpaced(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    static String resource(String path) {
        try (var in = VersionsTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
