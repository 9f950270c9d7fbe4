package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.file.TermList;
import dev.dateline.pipeline.tag.file.YamlNode;
import dev.dateline.pipeline.tag.term.Term;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads files of groups, as {@code regions/groups.yaml} explains them, and collects what is wrong in them. */
final class GroupsReader {
    private static final String PREFIX = "group:";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");
    private static final List<String> FIELDS = List.of("closed", "label", "members", "names");

    private final Set<String> countries;
    private final List<TaxonomyProblem> problems;
    private final Map<String, CountryGroup> groups = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    GroupsReader(Set<String> countries, List<TaxonomyProblem> problems) {
        this.countries = countries;
        this.problems = problems;
    }

    /** Gives the groups that are in order, by id. */
    Map<String, CountryGroup> groups() {
        return groups;
    }

    void read(TaxonomyFile file) {
        YamlNode.parse(file, problems).ifPresent(root -> {
            if (root.fields().isEmpty()) {
                problem(file, root, "there are no groups: begin each with its id and a colon");
            }
            root.fields().forEach((id, node) -> add(file, id, node));
        });
    }

    private void add(TaxonomyFile file, String id, YamlNode node) {
        if (!ID.matcher(id).matches()) {
            problem(file, node, "id '%s' is none: write small letters, digits and single hyphens".formatted(id));
            return;
        }
        node.fields().forEach((field, value) -> {
            if (!FIELDS.contains(field)) {
                problem(file, value, "unknown field '%s': write one of %s".formatted(field, FIELDS));
            }
        });
        if (node.text("label").isBlank()) {
            problem(file, node, "label is missing: write what people call it");
        }
        var before = places.putIfAbsent(id, file.name() + ":" + node.line());
        if (before != null) {
            problem(file, node, "group %s is defined already in %s: remove one".formatted(id, before));
            return;
        }
        var group = new CountryGroup(
                PREFIX + id, node.text("label"), members(file, node), closed(file, node), names(file, id, node));
        groups.put(id, group);
    }

    private List<String> members(TaxonomyFile file, YamlNode group) {
        var node = group.fields().getOrDefault("members", group);
        var members = new TreeSet<String>();
        for (var member : node.text().strip().split("[\\s,]+")) {
            if (!countries.contains(member)) {
                problem(
                        file,
                        node,
                        "member '%s' is no country: write two-letter codes of ISO 3166-1".formatted(member));
            } else if (!members.add(member)) {
                problem(file, node, "member %s comes twice: keep one".formatted(member));
            }
        }
        if (members.size() == 1) {
            problem(file, node, "one country is no group: write two members or more");
        }
        return List.copyOf(members);
    }

    private boolean closed(TaxonomyFile file, YamlNode group) {
        var written = group.text("closed");
        if (!List.of("", "true", "false").contains(written)) {
            var node = group.fields().getOrDefault("closed", group);
            problem(file, node, "closed '%s' is none: write true or false".formatted(written));
        }
        return written.equals("true");
    }

    private Map<String, List<Term>> names(TaxonomyFile file, String id, YamlNode group) {
        var node = group.fields().get("names");
        if (node == null) {
            problem(file, group, "names are missing: write \"names:\" and terms by language");
            return Map.of();
        }
        var list = new TermList(file, id, problems);
        var names = new LinkedHashMap<String, List<Term>>();
        node.fields().forEach((language, terms) -> {
            if (list.isLanguage(language, terms)) {
                names.put(language, list.read(language, terms));
                names.get(language).forEach(term -> claim(file, id, language, terms, term));
            }
        });
        return names;
    }

    private void claim(TaxonomyFile file, String id, String language, YamlNode node, Term term) {
        var owner = owners.putIfAbsent(language + term, id);
        if (owner != null) {
            problem(
                    file,
                    node,
                    "term '%s' stands for %s already in '%s': keep one".formatted(term.text(), owner, language));
        }
    }

    private void problem(TaxonomyFile file, YamlNode node, String message) {
        problems.add(new TaxonomyProblem(file.name(), node.line(), message));
    }
}
