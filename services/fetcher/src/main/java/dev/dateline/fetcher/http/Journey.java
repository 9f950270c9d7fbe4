package dev.dateline.fetcher.http;

import dev.dateline.pipeline.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers the way of one fetch and makes its answer. Not thread-safe. */
final class Journey {
    private final long startedAt = System.nanoTime();
    private final Set<String> asked = new HashSet<>();
    private final List<String> redirects = new ArrayList<>();
    private String current;
    private @Nullable String movedTo;
    private boolean permanentSoFar = true;

    Journey(String url) {
        this.current = url;
    }

    void start(WebUrl url) {
        current = url.withoutFragment().toString();
        asked.add(current);
    }

    void redirected(WebUrl target, int status, int most) throws RefusedException {
        permanentSoFar &= isPermanent(status);
        redirects.add(target.toString());
        current = target.toString();
        if (permanentSoFar) {
            movedTo = current;
        }
        if (!asked.add(current)) {
            throw new RefusedException(FetchFailure.REDIRECT_LOOP, "back to " + current);
        }
        if (redirects.size() > most) {
            throw new RefusedException(FetchFailure.TOO_MANY_REDIRECTS, "more than " + most);
        }
    }

    /** Ends the journey where a redirect leaves the site. */
    Answer leave(WebUrl target, int status) {
        var permanent = permanentSoFar && isPermanent(status);
        return new Answer.Elsewhere(status, trip(), target.toString(), permanent);
    }

    private static boolean isPermanent(int status) {
        return status == 301 || status == 308;
    }

    Answer arrive(Reply reply, Request request) {
        var status = reply.status();
        if (status >= 200 && status < 300) {
            return new Answer.Content(status, trip(), reply.headers(), reply.body());
        }
        if (status == 304 && (request.etag() != null || request.lastModified() != null)) {
            return new Answer.NotModified(status, trip(), reply.headers());
        }
        if (status == 404) {
            return new Answer.Missing(status, trip());
        }
        if (status == 410) {
            return new Answer.Gone(status, trip());
        }
        return refused(status, reasonOf(status), "status " + status, reply.retryAfter());
    }

    Answer refused(@Nullable Integer status, FetchFailure reason, String detail, @Nullable Duration retryAfter) {
        return new Answer.Refused(status, trip(), reason, detail, retryAfter);
    }

    private static FetchFailure reasonOf(int status) {
        if (status == 429) {
            return FetchFailure.TOO_MANY_REQUESTS;
        }
        if (status >= 500 && status < 600) {
            return FetchFailure.SERVER_ERROR;
        }
        return status >= 400 && status < 500 ? FetchFailure.CLIENT_ERROR : FetchFailure.UNEXPECTED_STATUS;
    }

    private Trip trip() {
        return new Trip(current, redirects, movedTo, Duration.ofNanos(System.nanoTime() - startedAt));
    }
}
