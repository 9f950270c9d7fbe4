package dev.dateline.fetcher.http;

import java.time.Duration;

/**
 * How much time and space one fetch may take.
 *
 * @param connect time to connect, TLS included
 * @param response longest silence while waiting for the answer or its next bytes
 * @param total time for the whole fetch with its redirects; a slow trickle ends here
 * @param redirects how many are followed
 * @param size limits in bytes
 */
public record FetchLimits(Duration connect, Duration response, Duration total, int redirects, Size size) {
    public static final FetchLimits DEFAULT =
            new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 5, Size.DEFAULT);

    /**
     * Limits of one answer, in bytes.
     *
     * @param wire body as received
     * @param decoded body after its content encoding is undone
     * @param ratio most decoded bytes for one received
     * @param headers the header fields
     * @param truncate what to do with a body that is larger than {@code decoded}: true cuts it, false refuses it
     */
    public record Size(int wire, int decoded, int ratio, int headers, boolean truncate) {
        public static final Size DEFAULT = new Size(5 << 20, 10 << 20, 100, 64 << 10, false);
    }

    /** Gives these limits for a document of which only the first bytes matter: the rest is left unread, without complaint. */
    public FetchLimits withTruncatedBody(int bytes) {
        return new FetchLimits(
                connect, response, total, redirects, new Size(size.wire(), bytes, size.ratio(), size.headers(), true));
    }

    /** Gives these limits with other times. */
    public FetchLimits withTimes(Duration newConnect, Duration newResponse, Duration newTotal) {
        return new FetchLimits(newConnect, newResponse, newTotal, redirects, size);
    }
}
