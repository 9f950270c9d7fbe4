package dev.dateline.pipeline.tag.file;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of YAML that knows its line, which Jackson's tree does not. Aliases are refused and nesting is bounded, so that a
 * small file cannot become a large tree.
 *
 * @param line where it begins, counted from 1; for a value that of its name
 * @param text of a scalar; empty for the others
 * @param fields of a mapping, in order; empty for the others
 * @param items of a list; empty for the others
 */
public record YamlNode(int line, String text, Map<String, YamlNode> fields, List<YamlNode> items) {
    private static final int DEEPEST = 20;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** Parses a file; empty, with the problem told, when it is no valid YAML. An empty file is an empty scalar. */
    public static Optional<YamlNode> parse(TaxonomyFile file, List<TaxonomyProblem> problems) {
        try (var parser = YAML.createParser(file.text())) {
            parser.nextToken();
            return Optional.of(node(parser, line(parser)));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            var what = e.getOriginalMessage().lines().findFirst().orElse("");
            problems.add(new TaxonomyProblem(file.name(), line, "no valid YAML: " + what));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.name(), e);
        }
    }

    public boolean isScalar() {
        return fields.isEmpty() && items.isEmpty();
    }

    /** The text of a field; empty when it is not there. */
    public String text(String field) {
        var value = fields.get(field);
        return value == null ? "" : value.text();
    }

    private static YamlNode node(YAMLParser parser, int line) throws IOException {
        var fields = new LinkedHashMap<String, YamlNode>();
        var items = new ArrayList<YamlNode>();
        var text = "";
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var at = line(parser);
                parser.nextToken();
                fields.put(name, node(parser, at));
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, line(parser)));
            }
        } else if (parser.isCurrentAlias()) {
            throw new JsonParseException(parser, "an alias (*" + parser.getText() + ") stands here: write it out");
        } else if (token != null && token != JsonToken.VALUE_NULL) {
            text = parser.getText();
        }
        return new YamlNode(line, text, fields, items);
    }

    private static int line(YAMLParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
