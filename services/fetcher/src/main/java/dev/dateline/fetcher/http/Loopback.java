package dev.dateline.fetcher.http;

import java.util.Locale;

/** Knows the hosts that are this machine by their very name; DNS is not asked, since any name may claim to be. */
public final class Loopback {
    private Loopback() {}

    /** Says whether a host of an address is this machine. */
    public static boolean isHost(String host) {
        return isLocalhost(host) || (host.startsWith("127.") && isNumeric(host)) || host.equals("[::1]");
    }

    /** Says whether a name is loopback by definition (RFC 6761, 6.3), whatever DNS says. */
    static boolean isLocalhost(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private static boolean isNumeric(String host) {
        return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
