package dev.dateline.console.route;

import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Regions and themes by their codes and English names. */
public record LabelledNames(TagLabels labels) implements RouteNames {
    private static final String MEND = "Write a code like KZ, 143 or medtop:07000000, or an English name.";

    @Override
    public Optional<String> region(String said) {
        return labels.codeOfRegion(said);
    }

    @Override
    public Optional<String> theme(String said) {
        return labels.codeOfTheme(said);
    }

    @Override
    public String regionInsteadOf(String said) {
        return instead(said, labels.regions());
    }

    @Override
    public String themeInsteadOf(String said) {
        return instead(said, labels.themes());
    }

    private static String instead(String said, Map<String, String> names) {
        var known = new TreeSet<>(names.values());
        known.addAll(names.keySet());
        return Nearest.question(said, known, MEND);
    }
}
