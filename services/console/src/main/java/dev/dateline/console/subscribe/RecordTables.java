package dev.dateline.console.subscribe;

import static dev.dateline.console.web.Html.escaped;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Shows Avro records to people: a table for each, those that others are made of included. */
final class RecordTables {
    private static final String TABLE = """
            <h2 id="%1$s">%1$s</h2>
            <table>
            <caption>%2$s</caption>
            <tr><th scope="col">Field<th scope="col">Meaning<th scope="col">Type
            %3$s
            </table>
            """;

    private final Map<String, String> tables = new LinkedHashMap<>();

    /** Adds a record and all that it is made of. */
    void add(JsonNode schema) {
        add(new Schema.Parser().parse(schema.toString()));
    }

    String html() {
        return String.join("", tables.values());
    }

    private void add(Schema schema) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(this::add);
            case ARRAY -> add(schema.getElementType());
            case MAP -> add(schema.getValueType());
            case RECORD -> addRecord(schema);
            default -> {
                // the cell of its field says all
            }
        }
    }

    private void addRecord(Schema schema) {
        if (tables.containsKey(schema.getName())) {
            return;
        }
        var rows = schema.getFields().stream()
                .map(field -> AsyncApiPage.cells(field.name(), said(field.doc()), type(field.schema())))
                .collect(Collectors.joining("\n"));
        tables.put(schema.getName(), TABLE.formatted(schema.getName(), said(schema.getDoc()), rows));
        schema.getFields().forEach(field -> add(field.schema()));
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .map(RecordTables::type)
                        .collect(Collectors.joining(" or ", "", schema.isNullable() ? ", or null" : ""));
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map to " + type(schema.getValueType());
            case RECORD -> "<a href=\"#%1$s\">%1$s</a>".formatted(schema.getName());
            case ENUM -> String.join(", ", schema.getEnumSymbols());
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getLogicalType().getName();
        };
    }

    /** Avro keeps how a comment was broken into lines. */
    private static String said(@Nullable String doc) {
        return doc == null ? "" : escaped(doc.replaceAll("\\n\\*?\\s*", " "));
    }
}
