package dev.dateline.pipeline.tag.theme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of YAML that knows its line, which Jackson's tree does not.
 *
 * @param line where it begins, counted from 1
 * @param text of a scalar; empty for the others
 * @param fields of a mapping, in order; empty for the others
 * @param items of a list; empty for the others
 */
record YamlNode(int line, String text, Map<String, YamlNode> fields, List<YamlNode> items) {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Parses a document; an empty one is an empty scalar. */
    static YamlNode parse(String yaml) throws IOException {
        try (var parser = YAML.createParser(yaml)) {
            parser.nextToken();
            return node(parser);
        }
    }

    boolean isScalar() {
        return fields.isEmpty() && items.isEmpty();
    }

    private static YamlNode node(JsonParser parser) throws IOException {
        var line = Math.max(1, parser.currentTokenLocation().getLineNr());
        var fields = new LinkedHashMap<String, YamlNode>();
        var items = new ArrayList<YamlNode>();
        var text = "";
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                fields.put(name, node(parser));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser));
            }
        } else if (token != null && token != JsonToken.VALUE_NULL) {
            text = parser.getText();
        }
        return new YamlNode(line, text, fields, items);
    }
}
