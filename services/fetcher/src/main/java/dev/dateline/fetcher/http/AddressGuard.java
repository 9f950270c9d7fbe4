package dev.dateline.fetcher.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Says which IP addresses belong to the public web. What is not globally reachable by IANA's special-purpose registries
 * (RFC 6890 and its updates) is refused, and so is an IPv6 address that carries such an IPv4 address inside: mapped, 6to4
 * (RFC 3056), NAT64 (RFC 6052).
 */
final class AddressGuard {
    private static final List<AddressBlock> RESERVED_V4 = AddressBlock.listOf(
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
                    + "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");
    /** Of IPv6, only this block is handed out to the public; within it, these parts are not. */
    private static final AddressBlock GLOBAL_V6 = AddressBlock.of("2000::/3");

    private static final List<AddressBlock> RESERVED_V6 = AddressBlock.listOf("2001::/23 2001:db8::/32 3fff::/20");
    private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16");
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");

    private AddressGuard() {}

    /** Says whether an address may be connected to. */
    static boolean permits(InetAddress address, Network network) {
        return address.isLoopbackAddress() ? network.allowLoopback() : isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return RESERVED_V4.stream().noneMatch(block -> block.contains(address));
        }
        if (NAT64.contains(address)) {
            return isPublic(embedded(address, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isPublic(embedded(address, 2));
        }
        return GLOBAL_V6.contains(address) && RESERVED_V6.stream().noneMatch(block -> block.contains(address));
    }

    private static InetAddress embedded(InetAddress address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }
}
