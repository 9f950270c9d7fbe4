package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Countries that an article speaks of as one: a closed group ("the five Central Asian countries"), or a small M49 region
 * of which the article also names every member. A bloc is weighed like a country; where the article is about it, it
 * is about each member.
 */
final class Blocs {
    private final Map<List<String>, Salience> blocs =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final RegionTree tree;
    private final Extent text;

    Blocs(RegionTree tree, Extent text) {
        this.tree = tree;
        this.text = text;
    }

    /** Adds the groups and regions among an article's mentions. */
    void add(List<Mention> mentions, Set<String> named) {
        var regions = new ArrayList<Mention>();
        for (var mention : mentions) {
            if (mention.codes().size() > 1) {
                at(mention.codes()).add(mention);
            }
            if (mention.kind() == PlaceKind.REGION) {
                regions.add(mention);
            }
        }
        if (!regions.isEmpty()) {
            addRegions(regions, named);
        }
    }

    private void addRegions(List<Mention> mentions, Set<String> named) {
        var spokenOf = new HashSet<>(named);
        blocs.keySet().forEach(spokenOf::addAll);
        for (var mention : mentions) {
            var members = tree.members(mention.codes().get(0));
            if (members.size() > 1 && members.size() <= RegionTree.LARGEST_SMALL && spokenOf.containsAll(members)) {
                at(members).add(mention);
            }
        }
    }

    /** Gives the small regions of which the title or the lead names every country: "the presidents of" all five. */
    List<List<String>> enumerated(Map<String, Salience> countries) {
        var leading = new HashSet<String>();
        countries.forEach((code, salience) -> {
            if (salience.inTitle() || salience.inLead()) {
                leading.add(code);
            }
        });
        if (leading.size() <= 2) {
            return List.of();
        }
        return tree.small().stream().filter(leading::containsAll).toList();
    }

    private Salience at(List<String> members) {
        return blocs.computeIfAbsent(members.stream().sorted().toList(), k -> new Salience(text));
    }

    Map<List<String>, Salience> all() {
        return blocs;
    }
}
