package dev.dateline.standalone.outage;

import dev.dateline.embedded.ClusterNode;
import dev.dateline.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** A node of a cluster in a JVM of its own. */
final class Broker {
    static final String NAME = "broker";

    private Broker() {}

    static ChildJvm in(Path folder, ClusterNode node) {
        var name = NAME + "-" + node.id();
        return new ChildJvm(
                name,
                folder,
                "512m",
                Broker.class,
                List.of(
                        folder.resolve(name).toString(),
                        Integer.toString(node.id()),
                        text(node.ports()),
                        text(node.controllerPorts())));
    }

    private static String text(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static void main(String[] args) throws Exception {
        var node = new ClusterNode(Integer.parseInt(args[1]), ports(args[2]), ports(args[3]));
        EmbeddedKafka.node(Path.of(args[0]), node).start();
        new CountDownLatch(1).await();
    }

    private static List<Integer> ports(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
