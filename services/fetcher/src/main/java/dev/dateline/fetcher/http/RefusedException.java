package dev.dateline.fetcher.http;

import java.io.IOException;
import java.io.Serial;

/** Ends a fetch from deep inside it; {@link PageClient} makes it an {@link Answer.Refused}. */
final class RefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final FetchFailure reason;

    RefusedException(FetchFailure reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    FetchFailure reason() {
        return reason;
    }
}
