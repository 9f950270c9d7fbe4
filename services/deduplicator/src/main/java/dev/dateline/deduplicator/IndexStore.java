package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.ArticleIndex;
import dev.dateline.schema.IndexEntry;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory whose content is the index itself: what Kafka restores into it can be searched at once. So a warm copy, which is
 * restored all the time, has the index ready when it takes over, since Kafka hands the very store on from the standby task to the
 * active one. Values are not kept as bytes but written anew when they are asked for.
 *
 * <p>Like every store it is used by one thread at a time; Kafka hands it from the thread that restores to the one that works through
 * a lock. What an aborted transaction has put in goes when the store is closed, which Kafka does before it restores it.
 */
final class IndexStore implements KeyValueStore<Bytes, byte[]> {
    /** Asks the store for its index, through all that Kafka wraps around it. */
    record IndexQuery() implements Query<ArticleIndex> {}

    private final String name;
    private final Serde<IndexEntry> entries;
    private final Serde<String> keys = Serdes.String();
    private String changelog;
    private ArticleIndex index = new ArticleIndex();
    private boolean open;

    IndexStore(String name, Serde<IndexEntry> entries) {
        this.name = name;
        this.entries = entries;
        this.changelog = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        changelog = context.applicationId() + "-" + name + "-changelog";
        open = true;
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            index.remove(text(key));
        } else {
            index.put(text(key), entries.deserializer().deserialize(changelog, value));
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        var before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        var before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entries.serializer().serialize(changelog, index.get(text(key)));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        var found = new TreeSet<Bytes>();
        for (var key : index.keys()) {
            var bytes = Bytes.wrap(keys.serializer().serialize(changelog, key));
            if ((from == null || from.compareTo(bytes) <= 0) && (to == null || bytes.compareTo(to) <= 0)) {
                found.add(bytes);
            }
        }
        return new Entries(found.iterator(), this::get);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return range(null, null);
    }

    /** Counts the articles. */
    @Override
    public long approximateNumEntries() {
        return index.size();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return query instanceof IndexQuery
                ? (QueryResult<R>) QueryResult.forResult(index)
                : QueryResult.forUnknownQueryType(query, this);
    }

    /** Nobody asks how far it is. */
    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        index = new ArticleIndex();
        open = false;
    }

    private String text(Bytes key) {
        return keys.deserializer().deserialize(changelog, key.get());
    }
}
