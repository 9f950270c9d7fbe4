package dev.dateline.standalone.taxonomy;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each theme, and each region that articles are about, is given by one taxonomy and by another. */
public final class TagChanges {
    private static final int EXAMPLES = 3;
    private static final int TITLE = 100;
    private static final int LINES = 50;

    private final Map<String, Change> byCode = new TreeMap<>();
    private final Map<String, String> labels;

    /**
     * Makes an empty one.
     *
     * @param after whose labels are shown
     */
    public TagChanges(Tagger after) {
        labels = new HashMap<>(TagLabels.load().regions());
        after.definitions().forEach((code, definition) -> labels.put(code, definition.label()));
    }

    private static final class Change {
        private int before;
        private int after;
        private int gained;
        private int lost;
        private final List<String> examples = new ArrayList<>();

        private void add(boolean was, boolean is, String title) {
            before += was ? 1 : 0;
            after += is ? 1 : 0;
            gained += is && !was ? 1 : 0;
            lost += was && !is ? 1 : 0;
            if (was != is && examples.size() < EXAMPLES) {
                examples.add((is ? "+ " : "- ") + title.substring(0, Math.min(TITLE, title.length())));
            }
        }

        private int changed() {
            return gained + lost;
        }
    }

    /** Tags articles both ways and compares. */
    static TagChanges of(Collection<EnrichedArticle> articles, Tagger before, Tagger after) {
        var changes = new TagChanges(after);
        articles.forEach(article -> changes.add(article.getTitle(), codes(before, article), codes(after, article)));
        return changes;
    }

    /** Compares the tags of an article with those that it has now. */
    public void add(EnrichedArticle before, EnrichedArticle after) {
        add(
                after.getTitle(),
                codes(before.getRegions(), before.getThemes()),
                codes(after.getRegions(), after.getThemes()));
    }

    private void add(String title, Set<String> before, Set<String> after) {
        var all = new TreeSet<>(before);
        all.addAll(after);
        all.forEach(code -> byCode.computeIfAbsent(code, c -> new Change())
                .add(before.contains(code), after.contains(code), title));
    }

    private static Set<String> codes(Tagger tagger, EnrichedArticle article) {
        var tags = tagger.tag(
                article.getTitle(),
                article.getText(),
                article.getLanguage(),
                article.getPublisher().getCountry());
        return codes(tags.regions(), tags.themes());
    }

    private static Set<String> codes(List<RegionTag> regions, List<ThemeTag> themes) {
        var about = regions.stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                .map(RegionTag::getCode);
        return Stream.concat(about, themes.stream().map(ThemeTag::getCode)).collect(Collectors.toSet());
    }

    /** Prints what changed, most first, with examples. */
    public void print(PrintWriter out) {
        var changed = byCode.entrySet().stream()
                .filter(entry -> entry.getValue().changed() > 0)
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().changed()))
                .toList();
        if (changed.isEmpty()) {
            out.println("no article gains or loses a theme or region");
            return;
        }
        out.printf("%-58s %8s %8s %8s %8s%n", "theme or region", "before", "after", "gained", "lost");
        changed.stream().limit(LINES).forEach(entry -> print(entry.getKey(), entry.getValue(), out));
        if (changed.size() > LINES) {
            out.printf("and %d more%n", changed.size() - LINES);
        }
    }

    private void print(String code, Change change, PrintWriter out) {
        var name = "%-28s %-29.29s".formatted(code, labels.getOrDefault(code, ""));
        out.printf("%s %8d %8d %8d %8d%n", name, change.before, change.after, change.gained, change.lost);
        change.examples.forEach(example -> out.println("    " + example));
    }
}
