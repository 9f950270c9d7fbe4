package dev.dateline.kafka.streams;

import java.util.List;

/**
 * What a subscriber may know of a header.
 *
 * @param meaning what its value says
 * @param values the only values that it has; empty when it may have any
 * @param example a value as it may come
 * @param always whether every record of an article has it
 */
public record EventHeader(String name, String meaning, List<String> values, String example, boolean always) {
    public EventHeader {
        values = List.copyOf(values);
    }

    static EventHeader of(String name, String meaning, String example) {
        return new EventHeader(name, meaning, List.of(), example, true);
    }

    static EventHeader constant(String name, String meaning, String value) {
        return oneOf(name, meaning, List.of(value));
    }

    static EventHeader oneOf(String name, String meaning, List<String> values) {
        return new EventHeader(name, meaning, values, values.get(0), true);
    }

    /** The same of a header that not every record has. */
    EventHeader sometimes() {
        return new EventHeader(name, meaning, values, example, false);
    }
}
