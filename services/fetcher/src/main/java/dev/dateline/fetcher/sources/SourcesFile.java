package dev.dateline.fetcher.sources;

import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Source;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file of sources:
 *
 * <pre>{@code
 * sources:
 *   - id: example              # required, stable: what was seen is remembered under it
 *     url: https://news.example/feed.xml   # required
 *     name: Example News       # default: the outlet, else the id
 *     kind: feed               # default
 *     outlet: Example News
 *     country: KZ              # ISO 3166-1 alpha-2
 *     language: kk             # BCP 47
 *     min-interval: 5m
 *     max-interval: 24h
 *     enabled: true            # default; false pauses it
 *     headers: {Accept-Language: kk}
 *     credentials: {basic: NAME}  # or bearer: NAME, or header: X-Api-Key and secret: NAME; pages: true
 *     proxy: NAME              # of fetcher.proxies; none
 *     quota: 500               # pages a day
 *     spacing: 10s
 *     revisits: 1h,24h         # none
 * }</pre>
 */
public final class SourcesFile {
    private static final long MOST_BYTES = 16 << 20;
    private static final String ROOT = "sources";
    private static final String FORM = "Write 'sources:' and below it a list of '- id: ...' and 'url: ...'.";

    static {
        Contracts.trust();
    }

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lineById = new HashMap<>();
    private final Map<String, Integer> lineByUrl = new HashMap<>();

    private SourcesFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws StartException with every problem in the file, each with its line
     */
    public static List<Source> read(Path file) throws StartException {
        var reader = new SourcesFile(file);
        var sources = reader.sources();
        if (sources.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(new Problem(file.toString(), "names no source", FORM));
        }
        if (!reader.problems.isEmpty()) {
            throw new StartException(reader.problems);
        }
        return sources;
    }

    private List<Source> sources() {
        var root = compose();
        if (root == null) {
            return List.of();
        }
        if (!(root instanceof MappingNode mapping)) {
            problems.add(new Problem(place(root), "is no list of sources", FORM));
            return List.of();
        }
        var sources = new ArrayList<Source>();
        for (var entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals(ROOT)
                    && entry.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(item -> add(item, sources));
            } else {
                problems.add(new Problem(place(entry.getKeyNode()), "is not '" + ROOT + "' with a list", FORM));
            }
        }
        return sources;
    }

    private void add(Node item, List<Source> sources) {
        if (!(item instanceof MappingNode mapping)) {
            problems.add(new Problem(place(item), "is no source", FORM));
            return;
        }
        var source = new SourceEntry(mapping, file, problems).read();
        if (source == null) {
            return;
        }
        var line = mapping.getStartMark().getLine() + 1;
        var isNewId = isFirst(lineById, source.getId(), line, "id");
        var isNewUrl = isFirst(lineByUrl, source.getUrl(), line, "url");
        if (isNewId && isNewUrl) {
            sources.add(source);
        }
    }

    private boolean isFirst(Map<String, Integer> seen, String value, int line, String what) {
        var first = seen.putIfAbsent(value, line);
        if (first != null) {
            problems.add(new Problem(
                    file + ":" + line,
                    what + " " + value + " stands at line " + first + " too",
                    "Remove one of the two."));
        }
        return first == null;
    }

    private @Nullable Node compose() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                problems.add(new Problem(file.toString(), "is larger than 16 MiB", "Give a file of sources."));
                return null;
            }
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return yaml.compose(new StringReader(Files.readString(file)));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? "" : ":" + (mark.getLine() + 1);
            problems.add(new Problem(file + line, "is not valid YAML: " + e.getProblem(), "Mend that line."));
        } catch (YAMLException | CharacterCodingException e) {
            problems.add(new Problem(file.toString(), "is no text in UTF-8", "Give a YAML file in UTF-8."));
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), "cannot be read", "Check that the file exists and is readable."));
        }
        return null;
    }

    private String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
