package dev.dateline.deduplicator;

import dev.dateline.schema.IndexEntry;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes an {@link IndexStore} for each task. */
record IndexStores(String name, Serde<IndexEntry> entries) implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new IndexStore(name, entries);
    }

    @Override
    public String metricsScope() {
        return "index";
    }
}
