package dev.dateline.fetcher.http;

import dev.dateline.fetcher.http.GuardedResolver.BlockedAddressException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses hosts that a proxy must not be asked for. The proxy resolves names, so what they lead to cannot be seen from here, and
 * it is the proxy's part to refuse addresses inside. What a host says by itself is refused all the same: literal addresses that
 * are not public, names of this machine, and names that only a local network knows (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal).
 */
final class ProxiedHosts {
    private static final Pattern LITERAL = Pattern.compile("[\\d.]+|\\[.*]");
    private static final Pattern LOCAL = Pattern.compile(
            "[^.]+\\.?|.*\\.(?:local|internal|intranet|lan|home|corp|private|home\\.arpa|test|invalid)\\.?");

    private ProxiedHosts() {}

    static void check(String host, Network network) throws UnknownHostException {
        var name = host.toLowerCase(Locale.ROOT);
        if (LITERAL.matcher(name).matches()) {
            var address = InetAddress.getByName(name); // a literal: DNS is not asked
            if (!AddressGuard.permits(address, network)) {
                throw new BlockedAddressException(host + " is not public");
            }
        } else if (Loopback.isLocalhost(name)) {
            if (!network.allowLoopback()) {
                throw new BlockedAddressException(host + " is the proxy's own machine");
            }
        } else if (LOCAL.matcher(name).matches()) {
            throw new BlockedAddressException(host + " is a name of a local network");
        }
    }
}
