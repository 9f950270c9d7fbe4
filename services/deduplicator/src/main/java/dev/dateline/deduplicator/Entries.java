package dev.dateline.deduplicator;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Entries of a store by their keys: of those that were there at the beginning, what is there when it is their turn. */
final class Entries implements KeyValueIterator<Bytes, byte[]> {
    private final Iterator<Bytes> keys;
    private final Function<Bytes, byte @Nullable []> values;
    private @Nullable KeyValue<Bytes, byte[]> next;

    Entries(Iterator<Bytes> keys, Function<Bytes, byte @Nullable []> values) {
        this.keys = keys;
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        while (next == null && keys.hasNext()) {
            var key = keys.next();
            var value = values.apply(key);
            next = value == null ? null : KeyValue.pair(key, value);
        }
        return next != null;
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        var found = peek();
        next = null;
        return found;
    }

    @Override
    public Bytes peekNextKey() {
        return peek().key;
    }

    @Override
    public void close() {}

    private KeyValue<Bytes, byte[]> peek() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        return next;
    }
}
