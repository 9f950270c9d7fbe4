package dev.dateline.standalone.outage;

import static org.awaitility.Awaitility.await;

import dev.dateline.standalone.outage.KilledWorld.Instance;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Replaces an instance, as an update does: asks it to end, starts it, waits until it says that it is ready. */
final class RollingRestart {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Between two, so that a stall belongs to one of them. */
    private static final int PAUSE_SECONDS = 3;

    private RollingRestart() {}

    static void of(Instance instance) throws Exception {
        instance.program().stop();
        instance.program().start();
        awaitReady(instance);
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    }

    static void awaitReady(Instance instance) {
        await(instance.program().name()).atMost(PATIENCE).until(() -> isReady(instance.adminPort()));
    }

    private static boolean isReady(int port) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/ready").toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
