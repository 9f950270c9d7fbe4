package dev.dateline.console.web;

import dev.dateline.pipeline.Sha256;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who may act, by the token that they show. Comparing takes the same time whatever is shown. */
public final class Tokens {
    /** A name for the audit, a colon, the secret. */
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,40}):([!-~]{16,200})");

    private static final String BEARER = "Bearer ";

    private final Map<String, byte[]> digests = new LinkedHashMap<>();

    /** Makes it of tokens that {@link #isToken} accepts. */
    public Tokens(List<String> tokens) {
        for (var token : tokens) {
            var parts = FORM.matcher(token);
            if (!parts.matches()) {
                throw new IllegalArgumentException("a token is not of the form name:secret");
            }
            digests.put(parts.group(1), Sha256.of(parts.group(2)));
        }
    }

    /** Whether a text is a name and a secret of 16 to 200 visible characters, joined by a colon. */
    public static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    /** Finds whose token an Authorization header shows. */
    Optional<String> nameOf(@Nullable String authorization) {
        var shown = authorization != null && authorization.startsWith(BEARER)
                ? Sha256.of(authorization.substring(BEARER.length()).strip())
                : new byte[0];
        var name = Optional.<String>empty();
        for (var known : digests.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), shown)) {
                name = Optional.of(known.getKey());
            }
        }
        return name;
    }
}
