package dev.dateline.fetcher.http;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once and refuses it when any of its addresses is not public. The client connects to the very addresses
 * that were checked here, so a name that resolves differently a moment later (DNS rebinding) gains nothing. It is asked
 * for IP literals too.
 */
final class GuardedResolver implements DnsResolver {
    private final DnsResolver dns;
    private final Network network;

    GuardedResolver(DnsResolver dns, Network network) {
        this.dns = dns;
        this.network = network;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses =
                Loopback.isLocalhost(host) ? new InetAddress[] {InetAddress.getByName("127.0.0.1")} : dns.resolve(host);
        for (var address : addresses) {
            if (!AddressGuard.permits(address, network)) {
                throw new BlockedAddressException(host + " is at " + address.getHostAddress());
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The host has an address that may not be connected to. */
    static final class BlockedAddressException extends UnknownHostException {
        @Serial
        private static final long serialVersionUID = 1;

        BlockedAddressException(String message) {
            super(message);
        }
    }
}
