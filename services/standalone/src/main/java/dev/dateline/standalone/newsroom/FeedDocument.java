package dev.dateline.standalone.newsroom;

import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed before it is written in one of the formats. */
record FeedDocument(String title, String home, String url, String language, Charset charset, List<Entry> entries) {

    /**
     * One item.
     *
     * @param id stays the same when the link changes
     * @param link with tracking parameters, when the outlet adds them
     * @param title empty when the outlet gives none
     */
    record Entry(
            String id,
            String link,
            String title,
            @Nullable String summary,
            List<String> authors,
            String section,
            String language,
            ZonedDateTime published,
            ZonedDateTime updated) {}
}
