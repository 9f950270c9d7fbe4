package dev.dateline.pipeline;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads IP addresses in every form that a browser would (WHATWG URL Standard, IPv4 parser): decimal, octal, hex, with fewer
 * than four parts. An address that hides in such a form must be seen for what it is before anything connects to it.
 */
final class IpLiteral {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private IpLiteral() {}

    /** Says whether a host's last label is a number, so that it can only be an IPv4 address. */
    static boolean endsInNumber(String host) {
        return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
    }

    /** Gives the dotted form of an IPv4 address; empty when it is none. */
    static Optional<String> parseV4(String host) {
        var parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            var bytes = i == parts.length - 1 ? 5 - parts.length : 1;
            var value = number(parts[i]);
            if (value < 0 || value >= 1L << (8 * bytes)) {
                return Optional.empty();
            }
            address = (address << (8 * bytes)) | value;
        }
        return Optional.of(
                (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255));
    }

    /** Gives the one text form of an IPv6 address; empty when it is none, or has a zone. */
    static Optional<String> parseV6(String text) {
        if (!V6.matcher(text).matches() || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            // Only digits, colons and dots are left: this reads a literal and never asks DNS.
            var address = InetAddress.getByName("[" + text + "]");
            return Optional.of(
                    address instanceof Inet4Address ? "::ffff:" + address.getHostAddress() : compact(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Writes (RFC 5952) the longest run of zeros as two colons. */
    private static String compact(InetAddress address) {
        var groups = address.getHostAddress().split(":");
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end].equals("0")) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
        }
        if (bestStart < 0) {
            return String.join(":", groups);
        }
        var all = List.of(groups);
        return String.join(":", all.subList(0, bestStart)) + "::"
                + String.join(":", all.subList(bestStart + bestLength, groups.length));
    }

    private static long number(String part) {
        if (!NUMBER.matcher(part).matches() || part.length() > 20) {
            return -1;
        }
        try {
            if (part.startsWith("0x") || part.startsWith("0X")) {
                return part.length() == 2 ? 0 : Long.parseLong(part, 2, part.length(), 16);
            }
            return part.length() > 1 && part.startsWith("0") ? Long.parseLong(part, 8) : Long.parseLong(part);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
