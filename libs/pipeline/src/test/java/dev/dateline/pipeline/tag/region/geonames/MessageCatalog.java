package dev.dateline.pipeline.tag.region.geonames;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads a compiled gettext catalogue, as the GNU gettext manual describes it ("The Format of GNU MO Files"). */
final class MessageCatalog {
    private static final int COUNT_AT = 8;
    private static final int ENTRY_BYTES = 8;

    private MessageCatalog() {}

    /** Gives translations by message; empty when there is no such file. */
    static Map<String, String> read(Path file) throws IOException {
        var messages = new HashMap<String, String>();
        if (!Files.exists(file)) {
            return messages;
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var count = bytes.getInt(COUNT_AT);
        var originals = bytes.getInt(COUNT_AT + 4);
        var translations = bytes.getInt(COUNT_AT + 8);
        for (var i = 0; i < count; i++) {
            messages.put(text(bytes, originals + i * ENTRY_BYTES), text(bytes, translations + i * ENTRY_BYTES));
        }
        return messages;
    }

    private static String text(ByteBuffer bytes, int entry) {
        return new String(bytes.array(), bytes.getInt(entry + 4), bytes.getInt(entry), StandardCharsets.UTF_8);
    }
}
