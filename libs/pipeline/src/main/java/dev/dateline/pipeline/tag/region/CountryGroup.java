package dev.dateline.pipeline.tag.region;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Countries that news speaks of by one name, such as the Shanghai Cooperation Organisation.
 *
 * @param code what its tag says, for instance group:sco
 * @param members ISO 3166-1 alpha-2 in alphabetical order
 * @param closed true when who names the group means each member
 * @param names terms by language
 */
record CountryGroup(String code, List<String> members, boolean closed, JsonNode names) {
    static final String PREFIX = "group:";

    /**
     * Reads {@code regions/groups.yaml}.
     *
     * @throws IllegalStateException when a member is no country
     */
    static List<CountryGroup> parse(JsonNode file, Set<String> countries) {
        var groups = new ArrayList<CountryGroup>();
        file.properties().forEach(entry -> groups.add(parse(entry.getKey(), entry.getValue(), countries)));
        return groups;
    }

    private static CountryGroup parse(String id, JsonNode entry, Set<String> countries) {
        var members = List.of(entry.path("members").asText("").split(" ", -1)).stream()
                .sorted()
                .toList();
        for (var member : members) {
            if (!countries.contains(member)) {
                throw new IllegalStateException("group " + id + ": member \"" + member
                        + "\" is no ISO 3166-1 alpha-2 code; write codes divided by one space each");
            }
        }
        return new CountryGroup(PREFIX + id, members, entry.path("closed").asBoolean(false), entry.path("names"));
    }

    List<Term> names(String language) {
        return Term.list(names.path(language).asText(""));
    }

    /** What a mention of the name stands for. */
    Place place(Term term, boolean capitalised) {
        return closed
                ? new Place(members, PlaceKind.GROUP, false, term.exact(), term.text())
                : new Place(List.of(code), PlaceKind.REGION, capitalised, term.exact(), term.text());
    }
}
