package dev.dateline.console.desk;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.RegionRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the console knows of an article: why it has its tags, what each stage did, who copied it. */
public record Detail(
        Summary article,
        List<String> authors,
        @Nullable String publishedText,
        Instant fetchedAt,
        @Nullable String withdrawnReason,
        Origin provenance,
        List<Tag> regions,
        List<Tag> themes,
        String taxonomyVersion,
        List<Trace> traces,
        List<Copy> copies,
        Entry.Place place) {

    /** A tag with the words that led to it; only regions have a role. */
    public record Tag(String code, @Nullable RegionRole role, double score, List<Words> evidence) {}

    /** Words of the title or the text. */
    public record Words(EvidenceField field, int start, int end, String text) {}

    /** Where the text says that it comes from. */
    public record Origin(
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String author,
            @Nullable String date,
            @Nullable String agency,
            List<String> lines) {

        private static Origin of(Provenance provenance) {
            return new Origin(
                    provenance.getUrl(),
                    provenance.getOutlet(),
                    provenance.getAuthor(),
                    provenance.getDate(),
                    provenance.getAgency(),
                    provenance.getLines());
        }
    }

    static Detail of(Entry entry, List<Trace> traces, List<Copy> copies) {
        var article = entry.article();
        return new Detail(
                Summary.of(entry, copies.size()),
                article.getAuthors(),
                article.getPublishedText(),
                article.getFetchedAt(),
                article.getWithdrawnReason(),
                Origin.of(article.getProvenance()),
                regions(article),
                themes(article),
                article.getTaxonomyVersion(),
                traces,
                copies,
                entry.place());
    }

    private static List<Tag> regions(EnrichedArticle article) {
        return article.getRegions().stream()
                .map(tag -> new Tag(tag.getCode(), tag.getRole(), tag.getScore(), words(tag.getEvidence())))
                .toList();
    }

    private static List<Tag> themes(EnrichedArticle article) {
        return article.getThemes().stream()
                .map(tag -> new Tag(tag.getCode(), null, tag.getScore(), words(tag.getEvidence())))
                .toList();
    }

    private static List<Words> words(List<dev.dateline.schema.Evidence> evidence) {
        return evidence.stream()
                .map(found -> new Words(found.getField(), found.getStart(), found.getEnd(), found.getText()))
                .toList();
    }
}
