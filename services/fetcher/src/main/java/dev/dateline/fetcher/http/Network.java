package dev.dateline.fetcher.http;

import java.util.Set;

/**
 * Which part of the network may be asked.
 *
 * @param ports beside these, none is connected to
 * @param allowLoopback for tests and the demo only: loopback addresses may be asked too, on any port
 * @param proxies to go through
 */
public record Network(Set<Integer> ports, boolean allowLoopback, Proxies proxies) {
    /** The public web on its own ports. */
    public static final Network PUBLIC = new Network(Set.of(80, 443), false);

    /** The public web, and servers on this machine. */
    public static final Network WITH_LOOPBACK = new Network(PUBLIC.ports(), true);

    public Network {
        ports = Set.copyOf(ports);
    }

    /** Without proxies. */
    public Network(Set<Integer> ports, boolean allowLoopback) {
        this(ports, allowLoopback, Proxies.NONE);
    }
}
