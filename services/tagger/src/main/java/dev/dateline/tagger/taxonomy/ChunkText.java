package dev.dateline.tagger.taxonomy;

import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file's text as a chunk holds it: UTF-8, gzip. */
final class ChunkText {
    private ChunkText() {}

    static ByteBuffer pack(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** Unpacks no more than a file may have. */
    static String unpack(ByteBuffer content) throws BrokenTaxonomyException {
        var packed = new byte[content.remaining()];
        content.duplicate().get(packed);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var bytes = gzip.readNBytes(OwnTaxonomy.MOST_BYTES + 1);
            if (bytes.length > OwnTaxonomy.MOST_BYTES) {
                throw new BrokenTaxonomyException("a chunk is larger than a file may be", null);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BrokenTaxonomyException("a chunk is no gzip: " + e.getMessage(), e);
        }
    }
}
