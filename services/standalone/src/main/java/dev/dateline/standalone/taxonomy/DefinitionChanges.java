package dev.dateline.standalone.taxonomy;

import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.file.Definition;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which themes and groups one taxonomy has and another has not, or says something else of. */
record DefinitionChanges(List<String> lines) {

    static DefinitionChanges between(Tagger before, Tagger after) {
        var old = before.definitions();
        var now = after.definitions();
        var codes = new TreeSet<>(old.keySet());
        codes.addAll(now.keySet());
        var lines = new ArrayList<String>();
        for (var code : codes) {
            var was = old.get(code);
            var is = now.get(code);
            if (was == null && is != null) {
                lines.add(line("added", is, is.statements().size() + " statements"));
            } else if (was != null && is == null) {
                lines.add(line("removed", was, ""));
            } else if (was != null && is != null && !was.equals(is)) {
                lines.add(line("changed", is, change(was, is)));
            }
        }
        return new DefinitionChanges(lines);
    }

    private static String change(Definition was, Definition is) {
        var more = new TreeSet<>(is.statements());
        more.removeAll(was.statements());
        var fewer = new TreeSet<>(was.statements());
        fewer.removeAll(is.statements());
        return "%d statements more, %d fewer".formatted(more.size(), fewer.size());
    }

    private static String line(String what, Definition definition, String detail) {
        return "%-8s %-28s %-32s %s"
                .formatted(what, definition.code(), definition.label(), detail)
                .stripTrailing();
    }

    void print(PrintWriter out) {
        lines.forEach(out::println);
        if (lines.isEmpty()) {
            out.println("no theme or group is added, removed or changed");
        }
    }
}
