package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap in parts, as far as it was read. Each part takes a turn of its own at its host, so that the host is asked no
 * faster than for pages; when all were read, they are together the answer to one poll.
 *
 * @param index the answer that listed the parts, without its body
 * @param left addresses of the parts that are still to be read
 * @param listing what the parts list that were read; null while none was
 */
public record SitemapReading(Answer.Content index, List<String> left, Fetched.@Nullable Listing listing) {
    public SitemapReading {
        left = List.copyOf(left);
    }

    /** Begins to read the parts that an index lists. */
    public static SitemapReading of(Answer.Content index, List<String> parts) {
        // Without validators: an index may stay the same while its parts change
        var headers = new AnswerHeaders(null, null, null, null, List.of());
        return new SitemapReading(new Answer.Content(index.status(), index.trip(), headers, new byte[0]), parts, null);
    }

    /**
     * Goes on to the next part.
     *
     * @param together what all parts so far list
     */
    public SitemapReading next(Fetched.@Nullable Listing together) {
        return new SitemapReading(index, left.subList(1, left.size()), together);
    }

    /** The address of the part to read now. */
    String part() {
        return left.get(0);
    }

    boolean isDone() {
        return left.isEmpty();
    }
}
