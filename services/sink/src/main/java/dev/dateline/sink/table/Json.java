package dev.dateline.sink.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schema.Changes;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.Provenance;
import dev.dateline.sink.database.PostgresText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of an article that are columns of type jsonb; what is null is left out. */
final class Json {
    static final String EMPTY = "{}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    static String provenance(Provenance provenance) {
        var node = JSON.createObjectNode();
        put(node, "url", provenance.getUrl());
        put(node, "outlet", provenance.getOutlet());
        put(node, "author", provenance.getAuthor());
        put(node, "date", provenance.getDate());
        put(node, "agency", provenance.getAgency());
        if (!provenance.getLines().isEmpty()) {
            var lines = node.putArray("lines");
            provenance.getLines().forEach(line -> lines.add(PostgresText.clean(line)));
        }
        return node.toString();
    }

    static @Nullable String changes(@Nullable Changes changes) {
        return changes == null
                ? null
                : JSON.createObjectNode()
                        .put("titleChanged", changes.getTitleChanged())
                        .put("wordsAdded", changes.getWordsAdded())
                        .put("wordsRemoved", changes.getWordsRemoved())
                        .toString();
    }

    static String evidence(List<Evidence> evidence) {
        var array = JSON.createArrayNode();
        for (var piece : evidence) {
            array.addObject()
                    .put("field", piece.getField().name())
                    .put("start", piece.getStart())
                    .put("end", piece.getEnd())
                    .put("text", PostgresText.clean(piece.getText()));
        }
        return array.toString();
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, PostgresText.clean(value));
        }
    }
}
