package dev.dateline.fetcher.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The proxies that requests may go through. Sources know them by name only: an address in a source would let whoever names a
 * source reach any server inside.
 *
 * @param usual name of the one for sources that name none; empty for none
 */
public record Proxies(Map<String, Proxy> byName, String usual) {
    /** Every request goes its own way. */
    public static final Proxies NONE = new Proxies(Map.of(), "");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /**
     * A server that passes requests on, by CONNECT those to https (RFC 9110, 9.3.6).
     *
     * @param login user and password joined by a colon, asked for whenever the proxy wants them; empty when it is open
     */
    public record Proxy(String host, int port, Supplier<Optional<String>> login) {}

    public Proxies {
        byName = Map.copyOf(byName);
    }

    /** Says whether a text can be the name of a proxy. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
