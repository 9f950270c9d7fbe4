package dev.dateline.standalone.outage;

import dev.dateline.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A broker in a JVM of its own. */
final class Broker {
    private Broker() {}

    static ChildJvm in(Path folder, int port) {
        var log = folder.resolve("kafka");
        return new ChildJvm("broker", folder, "512m", Broker.class, List.of(log.toString(), Integer.toString(port)));
    }

    public static void main(String[] args) throws Exception {
        EmbeddedKafka.in(Path.of(args[0]), Integer.parseInt(args[1])).start();
        new CountDownLatch(1).await();
    }
}
