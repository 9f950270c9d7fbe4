package dev.dateline.embedded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Which of the nodes of a cluster one is, and where all of them are. A cluster of one is a broker by itself; with three, everything has
 * three replicas, of which two must have a record.
 *
 * @param id from 1
 * @param ports where clients find the nodes, in the order of their ids
 * @param controllerPorts where the nodes find one another
 */
public record ClusterNode(int id, List<Integer> ports, List<Integer> controllerPorts) {
    static final String HOST = "127.0.0.1";
    private static final int MOST_REPLICAS = 3;

    /** All nodes of a cluster, on free ports. */
    public static List<ClusterNode> cluster(int count) {
        var free = FreePorts.find(2 * count);
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> new ClusterNode(id, free.subList(0, count), free.subList(count, 2 * count)))
                .toList();
    }

    static ClusterNode alone(int port, int controllerPort) {
        return new ClusterNode(1, List.of(port), List.of(controllerPort));
    }

    boolean isAlone() {
        return ports.size() == 1;
    }

    int port() {
        return ports.get(id - 1);
    }

    int controllerPort() {
        return controllerPorts.get(id - 1);
    }

    /** Where clients find the nodes. */
    public String bootstrap() {
        return ports.stream().map(port -> HOST + ":" + port).collect(Collectors.joining(","));
    }

    String voters() {
        return IntStream.rangeClosed(1, controllerPorts.size())
                .mapToObj(node -> node + "@" + HOST + ":" + controllerPorts.get(node - 1))
                .collect(Collectors.joining(","));
    }

    /** The nodes of a cluster must agree on its id before they have met. */
    String clusterId() {
        return (isAlone() ? Uuid.randomUuid() : new Uuid(1, controllerPorts.hashCode())).toString();
    }

    String replicas() {
        return Integer.toString(Math.min(MOST_REPLICAS, ports.size()));
    }

    /** One fewer than there are, so that a node may be away. */
    String replicasInSync() {
        return Integer.toString(Math.max(1, Math.min(MOST_REPLICAS, ports.size()) - 1));
    }
}
