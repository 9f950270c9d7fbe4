package dev.dateline.standalone.inspect;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchLimits;
import dev.dateline.fetcher.http.Network;
import dev.dateline.fetcher.http.PageClient;
import dev.dateline.fetcher.http.Request;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.page.CanonicalLink;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gets the page that is to be inspected, from the web or from a file. */
final class PageOpener {
    static {
        Contracts.trust();
    }

    private static final String USER_AGENT = "Dateline-inspect/0.1";
    private static final long MAX_FILE = 16 << 20;

    private final boolean allowLoopback;

    PageOpener(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    /**
     * Opens a page.
     *
     * @param place an http or https address, or a file
     * @throws StartException when it cannot be had
     */
    RawArticle open(String place) throws StartException {
        return place.startsWith("http://") || place.startsWith("https://") ? fetch(place) : read(Path.of(place));
    }

    private RawArticle fetch(String url) throws StartException {
        var network = allowLoopback ? Network.WITH_LOOPBACK : Network.PUBLIC;
        try (var client = new PageClient(USER_AGENT, FetchLimits.DEFAULT, network)) {
            var answer = client.fetch(Request.page(url));
            if (answer instanceof Answer.Content content) {
                var trip = content.trip();
                var canonical =
                        CanonicalLink.of(trip.finalUrl(), content.body()).orElse(null);
                return raw(url, canonical, content.body(), content.headers().contentType(), trip.redirects());
            }
            throw new StartException(
                    url,
                    "gave no page: " + describe(answer),
                    "Check the address; a browser may say more. For a page on this machine add --allow-loopback.");
        }
    }

    private static String describe(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? refused.reason().label() + " (" + refused.detail() + ")"
                : "status " + answer.status();
    }

    private static RawArticle read(Path file) throws StartException {
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new StartException(file.toString(), "is larger than 16 MiB", "Give the page of one article.");
            }
            var url = file.toAbsolutePath().toUri().toString();
            return raw(url, null, Files.readAllBytes(file), null, List.of());
        } catch (IOException e) {
            throw new StartException(
                    file.toString(), "cannot be read", "Give a file that exists, or an address that begins with http.");
        }
    }

    private static RawArticle raw(
            String url, @Nullable CanonicalUrl canonical, byte[] body, @Nullable String type, List<String> redirects) {
        var identity = canonical == null ? new CanonicalUrl(url) : canonical;
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(identity))
                .setUrl(url)
                .setCanonicalUrl(identity.value())
                .setSourceId("inspect")
                .setPublisher(Publisher.newBuilder().build())
                .setFetchedAt(Instant.now())
                .setFetch(Fetch.newBuilder()
                        .setHttpStatus(200)
                        .setContentType(type)
                        .setRedirects(redirects)
                        .build())
                .setBody(ByteBuffer.wrap(body))
                .build();
    }
}
