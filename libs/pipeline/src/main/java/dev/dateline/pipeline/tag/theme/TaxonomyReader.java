package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.file.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of themes and collects what is wrong in them; who uses the result asks for the problems first. An operator's
 * theme takes the place of the shipped one with its id, as a whole.
 */
final class TaxonomyReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*:[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");
    private static final String TELLTALE = "telltale";
    private static final Set<String> FIELDS = Set.of(
            "id", "label", "slug", "parent", TELLTALE, Part.TERMS.field(), Part.AGAINST.field(), Part.NEEDS.field());

    private final List<TaxonomyProblem> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private TaxonomyReader(List<TaxonomyProblem> problems) {
        this.problems = problems;
    }

    /** An entry before its parents are known. */
    record Entry(
            TaxonomyFile file,
            YamlNode node,
            String id,
            @Nullable String parent) {}

    /** Gives the themes with their terms, by language, as far as they are in order. */
    static Taxonomy.Content read(List<TaxonomyFile> shipped, List<TaxonomyFile> own, List<TaxonomyProblem> problems) {
        var reader = new TaxonomyReader(problems);
        own.forEach(reader::add);
        var replaced = Map.copyOf(reader.entries);
        reader.entries.clear();
        shipped.forEach(reader::add);
        reader.entries.putAll(replaced);
        var ancestors = new Ancestors(reader.entries, problems);
        var content = new Taxonomy.Content(new LinkedHashMap<>(), new LinkedHashMap<>());
        reader.entries.values().forEach(entry -> reader.add(entry, ancestors, content));
        return content;
    }

    private void add(TaxonomyFile file) {
        YamlNode.parse(file, problems).ifPresent(root -> {
            if (root.items().isEmpty()) {
                problem(file, root, "there is no list of themes: begin each entry with \"- id:\"");
            }
            root.items().forEach(node -> add(file, node));
        });
    }

    private void add(TaxonomyFile file, YamlNode node) {
        var id = node.text("id");
        node.fields().forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                problem(file, value, "unknown field '%s': write one of %s".formatted(name, sorted(FIELDS)));
            }
        });
        if (!ID.matcher(id).matches()) {
            problem(file, node, "id '%s' is none: write one such as medtop:20000640 or custom:lithium".formatted(id));
            return;
        }
        requires(file, node, "label", Pattern.compile(".+"), "what people call it");
        requires(file, node, "slug", SLUG, "small letters, digits and single hyphens");
        if (node.fields().containsKey(TELLTALE)) {
            requires(file, node, TELLTALE, Pattern.compile("true|false"), "true or false");
        }
        var parent = node.fields().get("parent");
        var before = entries.putIfAbsent(id, new Entry(file, node, id, parent == null ? null : parent.text()));
        if (before != null) {
            problem(
                    file,
                    node,
                    "%s is defined already in %s:%d: remove one"
                            .formatted(id, before.file().name(), before.node().line()));
        }
    }

    private void add(Entry entry, Ancestors ancestors, Taxonomy.Content content) {
        var node = entry.node();
        var theme = new Theme(
                entry.id(),
                node.text("label"),
                node.text("slug"),
                ancestors.of(entry),
                Boolean.parseBoolean(node.text(TELLTALE)));
        content.themes().put(theme.id(), theme);
        new TermsReader(entry.file(), theme, problems)
                .read(node)
                .forEach((language, terms) -> content.terms()
                        .computeIfAbsent(language, l -> new ArrayList<>())
                        .addAll(terms));
    }

    private void requires(TaxonomyFile file, YamlNode node, String field, Pattern form, String mend) {
        if (!form.matcher(node.text(field)).matches()) {
            problem(file, node, "%s '%s' is none: write %s".formatted(field, node.text(field), mend));
        }
    }

    private void problem(TaxonomyFile file, YamlNode node, String message) {
        problems.add(new TaxonomyProblem(file.name(), node.line(), message));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
