package dev.dateline.console.web;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.operate.DeadLetter;
import dev.dateline.kafka.operate.DeadLetter.Standing;
import dev.dateline.kafka.operate.DeadLetterLog;
import dev.dateline.kafka.serde.RecordReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.schema.AuditEntry;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Dead letters and what operators did, to be read by anybody who may read the console. */
public final class DeadLetterRoutes {
    /** Of each partition. */
    private static final long NEWEST = 1_000;

    private static final int MOST_ACTS = 200;
    private static final int SHOWN_BYTES = 256;
    private static final int LONGEST_HEADER = 2_000;

    private final KafkaConnection kafka;
    private final RecordReader records;

    /** A dead letter as JSON shows it. */
    record Line(
            String id,
            Instant at,
            @Nullable String key,
            @Nullable String source,
            String stage,
            String reason,
            int attempts,
            DeadLetter.Origin origin,
            String exception,
            int size,
            Standing standing,
            @Nullable Act answer) {
        static Line of(DeadLetter letter) {
            var answer = letter.answer();
            return new Line(
                    letter.id(),
                    letter.at(),
                    letter.key(),
                    letter.source(),
                    letter.stage(),
                    letter.reason(),
                    letter.attempts(),
                    letter.origin(),
                    letter.exception(),
                    letter.size(),
                    letter.standing(),
                    answer == null ? null : Act.of(answer));
        }
    }

    /** What an operator did. */
    record Act(
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String note,
            @Nullable String detail) {
        static Act of(AuditEntry entry) {
            return new Act(
                    entry.getAt(),
                    entry.getActor(),
                    entry.getAction().name().toLowerCase(Locale.ROOT),
                    entry.getSubject(),
                    entry.getNote(),
                    entry.getDetail());
        }
    }

    public DeadLetterRoutes(KafkaConnection kafka) {
        this.kafka = kafka;
        this.records = kafka.topics().records();
    }

    /** Adds them to a server. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/dead-letters", this::list);
        routes.get("/api/dead-letters/{id}", this::show);
        routes.get("/api/acts", this::acts);
    }

    private void list(Context request) {
        var letters =
                new DeadLetterLog(kafka).newest(NEWEST).stream().map(Line::of).toList();
        Answers.json(request, Map.of("letters", letters));
    }

    private void show(Context request) {
        var opened = new DeadLetterLog(kafka)
                .open(request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("No such dead letter, or retention took it."));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("letter", Line.of(opened.letter()));
        shown.put(
                "stackTrace",
                DeadLetter.header(opened.record(), DeadLetters.STACK_TRACE).orElse(""));
        shown.put("headers", headers(opened.record().headers()));
        shown.put("bytes", hex(opened.record().value()));
        try {
            shown.put("record", RecordReader.json(records.read(opened.record().value())));
        } catch (UnreadableRecordException e) {
            shown.put("unreadable", String.valueOf(e.getMessage()));
        }
        Answers.json(request, shown);
    }

    private void acts(Context request) {
        var entries = new AuditLog(kafka).entries();
        var newest = entries.subList(Math.max(0, entries.size() - MOST_ACTS), entries.size()).stream()
                .map(Act::of)
                .toList();
        Answers.json(request, Map.of("acts", newest));
    }

    private static List<Map<String, String>> headers(Iterable<Header> headers) {
        var list = new ArrayList<Map<String, String>>();
        for (var header : headers) {
            if (!header.key().equals(DeadLetters.STACK_TRACE)) {
                var value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
                list.add(Map.of(
                        "name", header.key(), "value", value.substring(0, Math.min(value.length(), LONGEST_HEADER))));
            }
        }
        return list;
    }

    private static String hex(byte @Nullable [] value) {
        return value == null ? "" : HexFormat.of().formatHex(value, 0, Math.min(value.length, SHOWN_BYTES));
    }
}
