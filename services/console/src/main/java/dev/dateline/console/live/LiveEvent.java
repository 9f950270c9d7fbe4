package dev.dateline.console.live;

import dev.dateline.console.desk.Entry;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event as it goes over the wire.
 *
 * @param sequence its place among those that can be sent again, 0 for one that cannot
 * @param frame the bytes, framed once for all readers
 * @param subject the article that it is about, which a reader's filter may refuse; null when it is for everyone
 */
record LiveEvent(long sequence, byte[] frame, @Nullable Entry subject) {

    /**
     * Frames an event.
     *
     * @param id empty for an event without one
     * @param data one line: JSON has no raw line break
     * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">the format</a>
     */
    static byte[] frame(String id, String type, String data) {
        var idLine = id.isEmpty() ? "" : "id: " + id + "\n";
        return (idLine + "event: " + type + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
