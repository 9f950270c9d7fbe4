package dev.dateline.fetcher.sources;

import dev.dateline.fetcher.http.OwnHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The header fields of a source in a file. */
final class HeadersEntry {
    private static final String FORM = "Write it like 'Accept-Language: kk'.";

    private HeadersEntry() {}

    static Map<String, String> read(MappingNode headers, YamlEntry source) {
        var read = new TreeMap<String, String>();
        var seen = new HashSet<String>();
        if (headers.getValue().size() > OwnHeaders.MOST) {
            source.problem(
                    source.place(headers),
                    "more than " + OwnHeaders.MOST + " headers",
                    "Leave out what is not needed.");
        }
        for (var field : headers.getValue()) {
            var place = source.place(field.getKeyNode());
            var name = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            var value = field.getValueNode() instanceof ScalarNode scalar ? YamlEntry.text(scalar) : null;
            if (!OwnHeaders.isName(name) || value == null || !OwnHeaders.isValue(value)) {
                source.problem(place, "'" + name + "' is no header with a value", FORM);
            } else if (OwnHeaders.isSecret(name)) {
                source.problem(
                        place,
                        "header " + name + " carries a secret, which is not written here",
                        "Write 'credentials: {header: " + name + ", secret: NAME}' and give the fetcher the secret.");
            } else if (!OwnHeaders.isOurs(name)) {
                source.problem(place, "header " + name + " is the fetcher's own", "Leave it out.");
            } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                source.problem(place, "header " + name + " is given twice", "Remove one of the two.");
            } else {
                read.put(name, value);
            }
        }
        return read;
    }
}
