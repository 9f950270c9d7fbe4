package dev.dateline.fetcher.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a request to its answer.
 *
 * @param finalUrl address that answered in the end
 * @param redirects every address on the way, without the first
 * @param movedTo how far permanent redirects alone led: the address to use from now on; null when the first was none
 * @param duration from the request to the last byte
 */
public record Trip(
        String finalUrl, List<String> redirects, @Nullable String movedTo, Duration duration) {
    public Trip {
        redirects = List.copyOf(redirects);
    }
}
