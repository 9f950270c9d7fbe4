package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.util.ArrayList;
import java.util.List;

/** Collects the region tags of one article and cuts their evidence out of it. */
final class RegionTags {
    private static final int MOST_EVIDENCE = 8;

    private final String title;
    private final String text;
    private final List<RegionTag> tags = new ArrayList<>();

    RegionTags(String title, String text) {
        this.title = title;
        this.text = text;
    }

    void add(String code, RegionRole role, double score, List<Mention> mentions) {
        tags.add(RegionTag.newBuilder()
                .setCode(code)
                .setRole(role)
                .setScore(Math.round(score * 1000) / 1000.0)
                .setEvidence(mentions.stream()
                        .limit(MOST_EVIDENCE)
                        .map(this::evidence)
                        .toList())
                .build());
    }

    List<RegionTag> all() {
        return tags;
    }

    private Evidence evidence(Mention mention) {
        var source = mention.field() == EvidenceField.TITLE ? title : text;
        return Evidence.newBuilder()
                .setField(mention.field())
                .setStart(mention.start())
                .setEnd(mention.end())
                .setText(source.substring(mention.start(), mention.end()))
                .build();
    }
}
