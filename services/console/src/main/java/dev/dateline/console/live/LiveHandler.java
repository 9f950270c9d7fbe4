package dev.dateline.console.live;

import dev.dateline.console.search.InvalidQueryException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Streams the live feed to one reader, in the thread of its request: a reader costs a thread and a bounded queue, and the
 * number of readers is bounded too. A write that hangs is ended by the server's idle timeout.
 */
public final class LiveHandler implements Handler {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** An event and not a comment, which scripts never see: a page that hears none knows that it is cut off. */
    private static final byte[] BEAT = LiveEvent.frame("", "beat", "{}");

    private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final LiveFeed feed;
    private final LiveParameters parameters;

    public LiveHandler(LiveFeed feed, LiveParameters parameters) {
        this.feed = feed;
        this.parameters = parameters;
    }

    @Override
    public void handle(Context request) throws IOException, InterruptedException, InvalidQueryException {
        var query = parameters.read(request.queryParamMap());
        var admission = feed.admit(query, request.header("Last-Event-ID"))
                .orElseThrow(() -> new ServiceUnavailableResponse("Too many readers of the live feed."));
        try {
            request.res().setContentType("text/event-stream; charset=utf-8");
            request.res().setHeader("X-Accel-Buffering", "no");
            stream(admission, request.res().getOutputStream());
        } finally {
            feed.leave(admission.reader());
        }
    }

    private static void stream(LiveFeed.Admission admission, OutputStream out)
            throws IOException, InterruptedException {
        out.write(RETRY);
        out.write(LiveEvent.frame("", admission.missed().isPresent() ? "resumed" : "reload", "{}"));
        for (var event : admission.missed().orElse(List.of())) {
            out.write(event.frame());
        }
        out.flush();
        var reader = admission.reader();
        while (!reader.isClosed()) {
            var event = reader.next(HEARTBEAT.toMillis());
            out.write(event == null ? BEAT : event.frame());
            out.flush();
        }
    }
}
