package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.term.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Countries that news speaks of by one name, such as the Shanghai Cooperation Organisation.
 *
 * @param code what its tag says, for instance group:sco
 * @param label what people call it, in English
 * @param members ISO 3166-1 alpha-2 in alphabetical order
 * @param closed true when who names the group means each member
 * @param names terms by language
 */
record CountryGroup(String code, String label, List<String> members, boolean closed, Map<String, List<Term>> names) {

    List<Term> names(String language) {
        return names.getOrDefault(language, List.of());
    }

    /** What a mention of the name stands for. */
    Place place(Term term, boolean capitalised) {
        return closed
                ? new Place(members, PlaceKind.GROUP, false, term.exact(), term.text())
                : new Place(List.of(code), PlaceKind.REGION, capitalised, term.exact(), term.text());
    }

    Definition definition() {
        Set<String> statements = new TreeSet<>();
        members.forEach(member -> statements.add("member " + member));
        statements.add("closed " + closed);
        names.forEach((language, terms) ->
                terms.forEach(term -> statements.add(language + " name " + (term.exact() ? "=" : "") + term.text())));
        return new Definition(code, label, statements);
    }
}
