package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects the region tags of one article and cuts their evidence out of it. */
final class RegionTags {
    /** So many pieces of evidence are kept for a tag. */
    static final int MOST_EVIDENCE = 8;

    private static final Comparator<RegionTag> BY_ROLE =
            Comparator.comparing(RegionTag::getRole).thenComparingDouble(t -> -t.getScore());

    private final String title;
    private final String text;
    private final List<RegionTag> tags = new ArrayList<>();

    RegionTags(String title, String text) {
        this.title = title;
        this.text = text;
    }

    /** Adds a tag with the first of the mentions that led to it. */
    void add(String code, RegionRole role, double score, Collection<Mention> mentions) {
        var evidence = new ArrayList<Evidence>();
        for (var mention : mentions) {
            if (evidence.size() == MOST_EVIDENCE) {
                break;
            }
            evidence.add(evidence(mention));
        }
        tags.add(new RegionTag(code, role, Math.round(score * 1000) / 1000.0, List.copyOf(evidence)));
    }

    /** Gives all tags by role, the highest score first. */
    List<RegionTag> all() {
        tags.sort(BY_ROLE);
        return List.copyOf(tags);
    }

    private Evidence evidence(Mention mention) {
        var source = mention.field() == EvidenceField.TITLE ? title : text;
        return new Evidence(
                mention.field(), mention.start(), mention.end(), source.substring(mention.start(), mention.end()));
    }
}
