package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import java.util.ArrayList;
import java.util.List;

/** All groups of countries: an operator's own, and the shipped ones that these do not take the place of. */
public final class CountryGroups {
    /** The file of the groups that come with the program. */
    public static final String SHIPPED = "regions/groups.yaml";

    private final List<CountryGroup> all;

    private CountryGroups(List<CountryGroup> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads groups; not to be used when that adds problems.
     *
     * @param shipped the file {@value #SHIPPED}
     * @param own files of the same form
     * @param problems takes what is wrong
     */
    public static CountryGroups read(TaxonomyFile shipped, List<TaxonomyFile> own, List<TaxonomyProblem> problems) {
        var countries = new RegionTree().countries();
        var ours = new GroupsReader(countries, problems);
        own.forEach(ours::read);
        var theirs = new GroupsReader(countries, problems);
        theirs.read(shipped);
        var groups = new ArrayList<>(ours.groups().values());
        theirs.groups().forEach((id, group) -> {
            if (!ours.groups().containsKey(id)) {
                groups.add(group);
            }
        });
        return new CountryGroups(groups);
    }

    List<CountryGroup> all() {
        return all;
    }
}
