package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;

/** A script that stands in the page itself. */
abstract class Script {
    private final String type;

    private Script(String type) {
        this.type = type;
    }

    /** Makes one of an element. */
    static Script of(Element element) {
        return new Script(element.attributes().get("type")) {
            @Override
            String data() {
                return element.data();
            }

            @Override
            boolean mentions(ByteWords words) {
                var bytes = data().getBytes(StandardCharsets.UTF_8);
                return words.areIn(bytes, 0, bytes.length);
            }
        };
    }

    /** Makes one of what stands between two places of a page in UTF-8. */
    static Script of(String type, byte[] page, int from, int to) {
        return new Script(type) {
            @Override
            String data() {
                return new String(page, from, to - from, StandardCharsets.UTF_8);
            }

            @Override
            boolean mentions(ByteWords words) {
                return words.areIn(page, from, to);
            }
        };
    }

    /** What its attribute says; empty when it has none. */
    String type() {
        return type;
    }

    boolean isJsonLd() {
        return type.contains("ld+json");
    }

    /** The script itself. */
    abstract String data();

    /** Whether one of the words stands in it: a look that makes no text of the script. */
    abstract boolean mentions(ByteWords words);
}
