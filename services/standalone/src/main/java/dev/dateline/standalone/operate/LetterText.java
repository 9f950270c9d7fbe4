package dev.dateline.standalone.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dateline.kafka.operate.DeadLetter;
import dev.dateline.kafka.operate.DeadLetterLog;
import dev.dateline.kafka.serde.RecordReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.streams.DeadLetters;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints dead letters. */
final class LetterText {
    private static final int SHOWN = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintWriter out;

    LetterText(PrintWriter out) {
        this.out = out;
    }

    /** Prints a line for each, and how many there are of a kind. */
    void table(List<DeadLetter> letters) {
        letters.forEach(letter -> out.printf(
                "%-10s %s  %-6s %-18s %-3d %-9s %-20s %s%n",
                letter.id(),
                letter.at(),
                letter.stage(),
                letter.reason(),
                letter.attempts(),
                letter.standing().name().toLowerCase(Locale.ROOT),
                orNothing(letter.source()),
                shortened(letter.exception())));
        letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.stage() + " " + letter.reason(), TreeMap::new, Collectors.counting()))
                .forEach((kind, count) -> out.printf("%6d  %s%n", count, kind));
        if (letters.isEmpty()) {
            out.println("No dead letters.");
        }
        out.flush();
    }

    /** Prints one as a line of JSON. */
    void json(DeadLetter letter) {
        var object = JsonNodeFactory.instance
                .objectNode()
                .put("id", letter.id())
                .put("at", letter.at().toString())
                .put("key", letter.key())
                .put("source", letter.source())
                .put("stage", letter.stage())
                .put("reason", letter.reason())
                .put("attempts", letter.attempts())
                .put("standing", letter.standing().name())
                .put("topic", letter.origin().topic())
                .put("partition", letter.origin().partition())
                .put("offset", letter.origin().offset())
                .put("size", letter.size())
                .put("exception", letter.exception());
        out.println(object);
        out.flush();
    }

    /** Prints all that there is to know of one. */
    void whole(DeadLetterLog.Opened opened, RecordReader records) {
        var letter = opened.letter();
        table(List.of(letter));
        line("key", orNothing(letter.key()));
        line(
                "read at",
                letter.origin().topic() + " " + letter.origin().partition() + " "
                        + letter.origin().offset());
        line("size", letter.size() + " bytes");
        var answer = letter.answer();
        if (answer != null) {
            line(
                    "answered",
                    answer.getAction() + " by " + answer.getActor() + " at " + answer.getAt() + " "
                            + orNothing(answer.getNote()));
        }
        for (var header : opened.record().headers()) {
            if (!header.key().startsWith(DeadLetters.PREFIX)) {
                line(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        out.println(DeadLetter.header(opened.record(), DeadLetters.STACK_TRACE).orElse(letter.exception()));
        out.println(decoded(opened.record().value(), records));
        out.flush();
    }

    private static String decoded(byte @Nullable [] value, RecordReader records) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(RecordReader.json(records.read(value)));
        } catch (UnreadableRecordException e) {
            return "The record cannot be decoded: " + e.getMessage() + ". 'show --bytes FILE' writes its bytes.";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be printed", e);
        }
    }

    private void line(String name, String value) {
        out.printf("%-12s %s%n", name, value);
    }

    static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
