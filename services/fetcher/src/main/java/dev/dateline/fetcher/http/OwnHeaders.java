package dev.dateline.fetcher.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which header fields a source may add to its requests: preferences such as Accept-Language. Not those that the client writes
 * itself, that belong to one connection (RFC 9110, 7.6.1), or that would make the answer another document. Not secrets either:
 * these fields go wherever the source's links lead, so a secret is given as credentials, which stay with the source.
 */
public final class OwnHeaders {
    /** Of one source. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_SECRET = 8_000;
    /** A token (RFC 9110, 5.6.2). */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final Set<String> CLIENTS_OWN = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "expect",
            "forwarded",
            "from",
            "host",
            "keep-alive",
            "proxy-connection",
            "range",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via");
    private static final List<String> CLIENTS_OWN_KINDS = List.of("content-", "if-", "proxy-", "x-forwarded-");
    private static final Pattern SECRET = Pattern.compile(
            "cookie|auth|token|secret|password|credential|session|signature|(?:^|[-_])(?:api)?key(?:$|[-_])|apikey");

    private OwnHeaders() {}

    /** Says whether a text is a header's name. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /** Says whether a text can be sent as a header's value: no line ends, which would begin another header. */
    public static boolean isValue(String value) {
        return value.length() <= LONGEST_VALUE && VALUE.matcher(value).matches();
    }

    /** Says whether a secret can be sent as a header's value; tokens and cookies may be long. */
    public static boolean isSendable(String secret) {
        return secret.length() <= LONGEST_SECRET && VALUE.matcher(secret).matches();
    }

    /** Says whether a header is one that secrets travel in. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Says whether a source may set a header, in clear or as credentials. */
    public static boolean isOurs(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !CLIENTS_OWN.contains(lower) && CLIENTS_OWN_KINDS.stream().noneMatch(lower::startsWith);
    }
}
