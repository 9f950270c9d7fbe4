package dev.dateline.fetcher.http;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a fetch from deep inside it; {@link PageClient} makes it an {@link Answer.Refused}. */
final class RefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final FetchFailure reason;
    private final @Nullable Duration lasts;

    RefusedException(FetchFailure reason, String detail) {
        this(new RedirectRule.Objection(reason, detail, null));
    }

    RefusedException(RedirectRule.Objection objection) {
        super(objection.detail());
        this.reason = objection.reason();
        this.lasts = objection.lasts();
    }

    FetchFailure reason() {
        return reason;
    }

    /** How long this holds at least; null when no time is known. */
    @Nullable
    Duration lasts() {
        return lasts;
    }
}
