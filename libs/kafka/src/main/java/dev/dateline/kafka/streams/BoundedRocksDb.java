package dev.dateline.kafka.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all stores of a process one cache and one budget for write buffers: off-heap memory stays bounded however many
 * tasks there are.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long TOTAL_BYTES = 128L << 20;
    private static final long WRITE_BYTES = 32L << 20;
    private static final int BITS_FOR_SHARDS = -1;

    /** One for the process: Streams makes a config setter for each store. Never closed, as stores come and go. */
    private static final Cache CACHE = new LRUCache(TOTAL_BYTES, BITS_FOR_SHARDS, false);

    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String storeName, Options options) {
        // The cache and the write buffers are shared and stay.
    }
}
