package dev.dateline.fetcher.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** A range of IP addresses that share their first bits. */
record AddressBlock(InetAddress start, int bits) {

    /** Reads {@code address/bits}; the address is a literal, so DNS is never asked. */
    static AddressBlock of(String text) {
        var slash = text.indexOf('/');
        try {
            return new AddressBlock(
                    InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static List<AddressBlock> listOf(String texts) {
        return Stream.of(texts.split(" ")).map(AddressBlock::of).toList();
    }

    boolean contains(InetAddress address) {
        var mine = start.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit & 7);
            if ((mine[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }
}
