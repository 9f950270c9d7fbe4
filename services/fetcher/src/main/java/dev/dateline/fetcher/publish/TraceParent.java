package dev.dateline.fetcher.publish;

import dev.dateline.pipeline.Sha256;
import dev.dateline.schema.RawArticle;
import java.util.HexFormat;

/**
 * The header by which tracing tools join what one fetch led to. Made of the article's identity and the moment of the fetch, so that
 * a record that is sent again belongs to the same trace; stages pass it on as it is.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context, traceparent</a>
 */
final class TraceParent {
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private TraceParent() {}

    /** Gives version, trace id, parent id and flags (sampled), in hex. */
    static String of(RawArticle article) {
        var digest =
                Sha256.of(article.getArticleId() + "/" + article.getFetchedAt().toEpochMilli());
        var hex = HexFormat.of();
        return "00-" + hex.formatHex(digest, 0, TRACE_BYTES) + "-"
                + hex.formatHex(digest, TRACE_BYTES, TRACE_BYTES + SPAN_BYTES) + "-01";
    }
}
