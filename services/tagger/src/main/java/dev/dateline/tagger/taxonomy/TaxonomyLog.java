package dev.dateline.tagger.taxonomy;

import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.schema.TaxonomyPart;
import dev.dateline.schema.TaxonomyRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the taxonomy's topic says: the newest record of each key. A version counts only when its manifest, all its chunks and
 * their digest fit together. Not thread-safe.
 */
final class TaxonomyLog {
    private static final String MANIFEST = "current";

    private final Topic<TaxonomyRecord> topic;
    private final Map<String, byte[]> records = new HashMap<>();

    TaxonomyLog(Topic<TaxonomyRecord> topic) {
        this.topic = topic;
    }

    /** Takes the next record of the topic. */
    void take(ConsumerRecord<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            records.remove(record.key());
        } else {
            records.put(record.key(), value);
        }
    }

    /** Names the version in force; empty when there is none or its manifest is unreadable. */
    Optional<String> version() {
        try {
            return Optional.ofNullable(manifest()).map(TaxonomyRecord::getVersion);
        } catch (BrokenTaxonomyException e) {
            return Optional.empty();
        }
    }

    /**
     * Gives the taxonomy in force; without a manifest that is {@link OwnTaxonomy#NONE}.
     *
     * @throws BrokenTaxonomyException when it is not whole
     */
    OwnTaxonomy current() throws BrokenTaxonomyException {
        var manifest = manifest();
        if (manifest == null) {
            return OwnTaxonomy.NONE;
        }
        var files = new ArrayList<TaxonomyFile>();
        for (var index = 0; index < manifest.getChunks(); index++) {
            files.add(file(manifest.getVersion(), index));
        }
        var taxonomy = OwnTaxonomy.of(manifest.getVersion(), files);
        if (!taxonomy.digest().equals(manifest.getDigest())) {
            throw new BrokenTaxonomyException(
                    "version " + manifest.getVersion() + ": the digest of its files is " + taxonomy.digest()
                            + ", but the manifest says " + manifest.getDigest(),
                    null);
        }
        return taxonomy;
    }

    private @Nullable TaxonomyRecord manifest() throws BrokenTaxonomyException {
        return records.containsKey(MANIFEST) ? decode(MANIFEST) : null;
    }

    private TaxonomyFile file(String version, int index) throws BrokenTaxonomyException {
        var chunk = decode(chunkKey(version, index));
        if (chunk.getFile() == null) {
            throw new BrokenTaxonomyException("chunk " + chunkKey(version, index) + " names no file", null);
        }
        return new TaxonomyFile(chunk.getFile(), ChunkText.unpack(chunk.getContent()));
    }

    private TaxonomyRecord decode(String key) throws BrokenTaxonomyException {
        var bytes = records.get(key);
        if (bytes == null) {
            throw new BrokenTaxonomyException("chunk " + key + " is missing", null);
        }
        try {
            return topic.values().deserializer().deserialize(topic.name(), bytes);
        } catch (UnreadableRecordException e) {
            throw new BrokenTaxonomyException("record " + key + " is unreadable: " + e.getMessage(), e);
        }
    }

    /** The records of a taxonomy by key, in the order in which they are to be written: the manifest comes last. */
    static List<Map.Entry<String, TaxonomyRecord>> records(OwnTaxonomy taxonomy) {
        var records = new ArrayList<Map.Entry<String, TaxonomyRecord>>();
        var files = taxonomy.files();
        for (var index = 0; index < files.size(); index++) {
            var chunk = begin(taxonomy, TaxonomyPart.CHUNK)
                    .setIndex(index)
                    .setFile(files.get(index).name())
                    .setContent(ChunkText.pack(files.get(index).text()));
            records.add(Map.entry(chunkKey(taxonomy.version(), index), chunk.build()));
        }
        var manifest = begin(taxonomy, TaxonomyPart.CURRENT)
                .setContent(ByteBuffer.allocate(0))
                .setDigest(taxonomy.digest());
        records.add(Map.entry(MANIFEST, manifest.build()));
        return records;
    }

    /** The keys of all records that a taxonomy does not need. */
    Set<String> keysBeside(OwnTaxonomy taxonomy) {
        var keys = new TreeSet<>(records.keySet());
        records(taxonomy).forEach(record -> keys.remove(record.getKey()));
        return keys;
    }

    private static TaxonomyRecord.Builder begin(OwnTaxonomy taxonomy, TaxonomyPart part) {
        return TaxonomyRecord.newBuilder()
                .setPart(part)
                .setVersion(taxonomy.version())
                .setChunks(taxonomy.files().size());
    }

    private static String chunkKey(String version, int index) {
        return version + "/" + index;
    }
}
