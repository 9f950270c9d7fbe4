package dev.dateline.sink;

import dev.dateline.kafka.streams.Subject;
import java.util.ArrayList;
import java.util.List;

/** What became of a batch so far; worth something only once it is committed. */
final class BatchResult {
    private final List<Letter> letters = new ArrayList<>();
    private final List<Rows> rows = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();

    private record Rows(String table, int written, int unchanged) {}

    void failed(Letter letter) {
        letters.add(letter);
    }

    void stored(String table, int written, int unchanged) {
        rows.add(new Rows(table, written, unchanged));
    }

    void arrived(Subject subject) {
        subjects.add(subject);
    }

    List<Letter> letters() {
        return letters;
    }

    void count(SinkMetrics metrics) {
        rows.forEach(row -> metrics.rows(row.table(), row.written(), row.unchanged()));
        letters.forEach(letter -> metrics.deadLetter(letter.reason()));
        subjects.forEach(metrics::arrived);
    }
}
