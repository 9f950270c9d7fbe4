package dev.dateline.console.dossier;

import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.Fate;
import dev.dateline.console.desk.NewsDesk;
import dev.dateline.console.desk.Summary;
import dev.dateline.console.desk.Trace;
import dev.dateline.console.intake.PlaceReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Puts dossiers together: the desk knows the places, Kafka has the records, PostgreSQL the rows. */
public final class Dossiers {
    private static final String GONE = "The record is no longer in the topic, or Kafka does not answer.";

    private final NewsDesk desk;
    private final PlaceReader places;
    private final RowReader rows;

    public Dossiers(NewsDesk desk, PlaceReader places, RowReader rows) {
        this.desk = desk;
        this.places = places;
        this.rows = rows;
    }

    /** Opens the dossier of a line of the feed; empty when it is not among the newest. */
    public Optional<Dossier> find(String key) {
        return desk.find(key).map(this::open);
    }

    private Dossier open(Entry entry) {
        var article = entry.summary();
        var traces = desk.traces(article.id());
        var match = Optional.ofNullable(article.match())
                .flatMap(found -> desk.find(found.duplicateOf()))
                .map(Entry::summary);
        var copies =
                article.storyId() == null || article.outcome() == Fate.COPY ? List.<Summary>of() : copiesOf(article);
        return new Dossier(article, steps(entry, traces), match.orElse(null), rows.of(article), traces, copies);
    }

    private List<Summary> copiesOf(Summary article) {
        return desk.copies(String.valueOf(article.storyId())).stream()
                .filter(copy -> !copy.id().equals(article.id()))
                .toList();
    }

    private List<Dossier.Step> steps(Entry entry, List<Trace> traces) {
        var journey = new Journey(entry.summary(), traces);
        var steps = new ArrayList<Dossier.Step>();
        journey.inputOf("clean").map(place -> step("raw", place)).ifPresent(steps::add);
        journey.inputOf("dedup").map(place -> step("clean", place)).ifPresent(steps::add);
        var verdict = entry.summary().outcome() == Fate.COPY ? Optional.of(entry.place()) : journey.inputOf("tag");
        verdict.map(place -> step("verdict", place)).ifPresent(steps::add);
        var tags = entry.summary().outcome() == Fate.ORIGINAL ? Optional.of(entry.place()) : journey.inputOf("route");
        tags.map(place -> step("tags", place)).ifPresent(steps::add);
        return steps;
    }

    private Dossier.Step step(String name, Entry.Place place) {
        try {
            return places.at(place)
                    .map(record -> step(name, place, record))
                    .orElseGet(() -> new Dossier.Step(name, place, null, Map.of(), 0, null, GONE));
        } catch (KafkaException e) {
            return new Dossier.Step(name, place, null, Map.of(), 0, null, String.valueOf(e.getMessage()));
        }
    }

    private Dossier.Step step(String name, Entry.Place place, ConsumerRecord<String, byte[]> record) {
        var at = Instant.ofEpochMilli(record.timestamp());
        var bytes = Math.max(0, record.serializedValueSize());
        try {
            var content = Fields.of((IndexedRecord) places.decode(record));
            return new Dossier.Step(name, place, at, headers(record), bytes, content, null);
        } catch (KafkaException e) {
            var problem = "The record cannot be read: " + e.getMessage();
            return new Dossier.Step(name, place, at, headers(record), bytes, null, problem);
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
