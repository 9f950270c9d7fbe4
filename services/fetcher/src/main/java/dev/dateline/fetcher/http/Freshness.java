package dev.dateline.fetcher.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long an answer stays fresh (RFC 9111, 4.2): to ask again sooner brings the same from a cache. Sooner than that is no
 * fault, so whatever is unclear counts as unsaid.
 */
final class Freshness {
    private static final Pattern NOT_KEPT = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)(?:$|[,\\s=])");
    private static final Pattern SAYS_MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=");
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,10})\"?\\s*(?:$|,)");
    private static final Pattern AGE = Pattern.compile("\\d{1,10}");

    private Freshness() {}

    /**
     * Gives how long an answer stays fresh from now on; null when it does not say, says it badly, or is stale.
     *
     * @param cacheControl directives of all fields of this name
     * @param expires date that counts from {@code date} where there is no max-age (RFC 9111, 5.3)
     * @param age seconds since the origin has said it
     */
    static @Nullable Duration of(
            @Nullable String cacheControl, @Nullable String expires, @Nullable String date, @Nullable String age) {
        var lifetime = lifetime(cacheControl == null ? "" : cacheControl.toLowerCase(Locale.ROOT), expires, date);
        if (lifetime == null) {
            return null;
        }
        var left = lifetime.minus(age(age));
        return left.isNegative() || left.isZero() ? null : left;
    }

    private static @Nullable Duration lifetime(String directives, @Nullable String expires, @Nullable String date) {
        if (NOT_KEPT.matcher(directives).find()) {
            return null;
        }
        if (SAYS_MAX_AGE.matcher(directives).find()) {
            var maxAge = MAX_AGE.matcher(directives);
            return maxAge.find() ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))) : null;
        }
        var until = date(expires);
        var since = date(date);
        return until == null || since == null ? null : Duration.between(since, until);
    }

    private static @Nullable Instant date(@Nullable String text) {
        return text == null ? null : DateUtils.parseStandardDate(text.strip());
    }

    private static Duration age(@Nullable String age) {
        return age != null && AGE.matcher(age.strip()).matches()
                ? Duration.ofSeconds(Long.parseLong(age.strip()))
                : Duration.ZERO;
    }
}
