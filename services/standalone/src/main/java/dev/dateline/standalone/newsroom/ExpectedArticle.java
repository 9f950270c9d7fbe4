package dev.dateline.standalone.newsroom;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.DuplicateKind;
import java.util.List;
import java.util.Optional;

/**
 * What a careful editor would say of one page of the newsroom, once all of its versions have been read.
 *
 * @param id outlet and slug, for people: {@code saryarqa/summit}
 * @param url canonical address
 * @param sourceId source that lists it
 * @param dropped why the page is no article; empty when it is to be kept. Nothing below counts for a page that is dropped
 * @param title headline of the last version
 * @param with passages that the clean text of the last version has
 * @param without passages of the page that the clean text must not have
 * @param cluster the same for articles that copy one another, and for no others
 * @param copyOf address of the original; empty for an original
 * @param kinds kinds of copy that would be right; empty when any is
 * @param versions number of texts that were published; a withdrawal is not counted
 * @param about countries that it is about, ISO 3166-1 alpha-2
 * @param notAbout countries that it must not be said to be about
 * @param themes top-level IPTC topics, all of which must be found
 * @param otherThemes top-level IPTC topics that would be right as well
 * @param notThemes top-level IPTC topics that would be wrong
 */
public record ExpectedArticle(
        String id,
        String url,
        String sourceId,
        Optional<DropReason> dropped,
        String title,
        String language,
        List<String> authors,
        List<String> with,
        List<String> without,
        ExpectedProvenance provenance,
        String cluster,
        Optional<String> copyOf,
        List<DuplicateKind> kinds,
        int versions,
        boolean withdrawn,
        List<String> about,
        List<String> notAbout,
        List<String> themes,
        List<String> otherThemes,
        List<String> notThemes) {

    /** Says whether the article is one that subscribers see: kept, and a copy of nothing. */
    public boolean original() {
        return dropped.isEmpty() && copyOf.isEmpty();
    }
}
