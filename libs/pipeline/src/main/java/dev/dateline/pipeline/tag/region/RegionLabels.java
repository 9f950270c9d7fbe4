package dev.dateline.pipeline.tag.region;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.TreeMap;

/** What people call the regions, in English: countries, UN M49 regions (ICU's names of both), and groups of countries. */
public final class RegionLabels {
    private RegionLabels() {}

    /** Gives all labels by their codes, in the order of the codes. */
    public static Map<String, String> of(CountryGroups groups) {
        var tree = new RegionTree();
        var english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        var labels = new TreeMap<String, String>();
        tree.countries().forEach(code -> labels.put(code, english.regionDisplayName(code)));
        tree.regions().forEach(code -> labels.put(code, english.regionDisplayName(code)));
        groups.all().forEach(group -> labels.put(group.code(), group.label()));
        return labels;
    }
}
