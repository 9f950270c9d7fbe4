package dev.dateline.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Resolves the dot segments of a path (WHATWG URL Standard, path state): {@code /a/./b/../c} is {@code /a/c}. */
final class UrlPath {
    private UrlPath() {}

    /** Gives the path without dot segments, plain or percent-encoded; it starts with a slash. */
    static String normalize(String path) {
        var segments = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
        var kept = new ArrayList<String>();
        for (int i = 0; i < segments.length; i++) {
            var last = i == segments.length - 1;
            switch (segments[i].toLowerCase(Locale.ROOT).replace("%2e", ".")) {
                case "." -> endWithSlash(kept, last);
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.remove(kept.size() - 1);
                    }
                    endWithSlash(kept, last);
                }
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void endWithSlash(List<String> kept, boolean last) {
        if (last) {
            kept.add("");
        }
    }
}
