package dev.dateline.standalone.newsroom;

import dev.dateline.schema.DuplicateKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of an article's file.
 *
 * @param feedTitle title in the feed when it is not the page's; empty when the feed gives none
 * @param published a time with its offset, or an ISO 8601 duration before the article appears: {@code PT5H}
 * @param path path and query on the outlet's host; {@code {yyyy}} and other date patterns stand for the date of publication
 * @param template name of the page's template when it is no article's
 * @param language when it is not the outlet's
 * @param after article that must have been read before this one appears in its feed
 * @param gone whether the page answers 410 once it and its copies have been read
 * @param replace what a spinner exchanged, word by word, in all of the text
 */
record FrontMatter(
        String title,
        @Nullable String feedTitle,
        List<String> authors,
        String published,
        String path,
        String section,
        @Nullable String summary,
        @Nullable String template,
        @Nullable String language,
        @Nullable String after,
        boolean gone,
        Map<String, String> replace,
        Expectation truth) {

    /**
     * What a careful editor would say of the article.
     *
     * @param outcome label of a drop reason; absent when the article is to be kept
     * @param title when the headline to be found is not the page's
     * @param authors when others are to be found than the byline names
     * @param with passages that the clean text has
     * @param without passages of the page that the clean text must not have
     * @param copyOf article that it copies; absent for an original
     * @param kinds kinds of copy that an editor would let pass
     * @param about countries that it is about
     * @param notAbout countries that it is not about, though a hasty reader may think so
     * @param themes top-level topics, all of which must be found
     * @param otherThemes top-level topics that would be right as well
     * @param notThemes top-level topics that would be wrong
     */
    record Expectation(
            @Nullable String outcome,
            @Nullable String title,
            List<String> authors,
            List<String> with,
            List<String> without,
            @Nullable ExpectedProvenance provenance,
            @Nullable String copyOf,
            List<DuplicateKind> kinds,
            List<String> about,
            List<String> notAbout,
            List<String> themes,
            List<String> otherThemes,
            List<String> notThemes) {}
}
