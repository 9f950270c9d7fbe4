package dev.dateline.console.alert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.json.Json;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a Prometheus what it is alarmed about, within bounds of time and size. Its address may hold a user and a password, so
 * nothing that is said of a failure repeats it.
 */
final class Prometheus {
    static final Duration PATIENCE = Duration.ofSeconds(3);
    static final int MOST_BYTES = 4 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            // Else each request over plain http has "Upgrade: h2c", which some proxies answer with 403
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final HttpRequest request;

    /** It did not say what it is alarmed about; the message says why, for people. */
    static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String why) {
            super(why);
        }
    }

    Prometheus(String url) {
        this.request = request(URI.create(url));
    }

    private static HttpRequest request(URI url) {
        var path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var asked = URI.create(url.getScheme() + "://" + url.getHost() + port + path + "/api/v1/alerts");
        var request = HttpRequest.newBuilder(asked).timeout(PATIENCE).header("Accept", "application/json");
        if (url.getUserInfo() != null) {
            var secret = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(secret));
        }
        return request.build();
    }

    /** Asks for its alerts; fails with {@link NoAnswerException} when it does not give them. */
    CompletableFuture<JsonNode> alerts() {
        var sent = http.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
        return sent.thenApply(Prometheus::read)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((list, failure) -> {
                    // A body that trickles outlives the timeout of the request, which ends with the headers
                    sent.cancel(true);
                    if (failure != null) {
                        throw new NoAnswerException(why(failure));
                    }
                    return list;
                });
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new NoAnswerException("it answers with status " + answer.statusCode());
        }
        var list = Json.parse(new String(answer.body(), StandardCharsets.UTF_8)).at("/data/alerts");
        if (!list.isArray()) {
            throw new NoAnswerException("what it answers is no list of alerts");
        }
        return list;
    }

    private static String why(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoAnswerException said) {
                return String.valueOf(said.getMessage());
            }
            if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
                return "it says nothing within " + PATIENCE.toSeconds() + " s";
            }
            if (cause instanceof ConnectException) {
                return "nobody listens at its address";
            }
            if (cause instanceof BoundedBody.TooLargeException) {
                return "its answer is larger than " + (MOST_BYTES >> 20) + " MiB";
            }
        }
        var kind = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return kind.getClass().getSimpleName();
    }
}
