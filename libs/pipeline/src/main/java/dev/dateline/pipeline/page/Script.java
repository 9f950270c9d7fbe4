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
        };
    }

    /** Makes one of what stands between two places of a page in UTF-8. */
    static Script of(String type, byte[] page, int from, int to) {
        return new Script(type) {
            @Override
            String data() {
                return new String(page, from, to - from, StandardCharsets.UTF_8);
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
}
