package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.runtime.StartException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/** Finds out whether brokers answer before anything relies on them, and says in words why they do not. */
public final class Brokers {
    private static final int TIMEOUT_MILLIS = 10_000;

    private Brokers() {}

    /**
     * Asks the brokers who they are.
     *
     * @throws StartException when none answers within 10 seconds, or they do not let us in
     */
    public static void require(Map<String, Object> properties) throws StartException {
        try (var admin = Admin.create(withTimeout(properties))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException e) {
            throw explain(properties, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw explain(properties, e);
        }
    }

    /** The same properties, with an answer expected soon. */
    static Map<String, Object> withTimeout(Map<String, Object> properties) {
        var config = new HashMap<>(properties);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        return config;
    }

    /** Says what a failure means for who has to mend it. */
    static StartException explain(Map<String, Object> properties, Throwable failure) {
        var brokers = String.valueOf(properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException) {
                return new StartException(
                        KafkaSettings.BOOTSTRAP.key() + ", " + KafkaSettings.CLIENT_PROPERTIES.key(),
                        "cannot be used: " + cause.getMessage(),
                        "Mend the addresses (host:port,...) or the file of client properties.");
            }
            if (cause instanceof SslAuthenticationException) {
                return SecurityProblems.ofTls(brokers, cause);
            }
            if (cause instanceof SaslAuthenticationException) {
                return SecurityProblems.ofPassword(brokers, cause);
            }
            if (cause instanceof AuthorizationException) {
                return SecurityProblems.ofRights(brokers, cause);
            }
        }
        if (SecurityProblems.isPlain(properties) && TlsProbe.anySpeaksTls(brokers)) {
            return SecurityProblems.ofPlainClient(brokers);
        }
        if (!SecurityProblems.isPlain(properties) && TlsProbe.noneSpeaksTls(brokers)) {
            return SecurityProblems.ofPlainPort(brokers, detail(failure));
        }
        return new StartException(
                KafkaSettings.BOOTSTRAP.key(),
                "no broker answers at " + brokers + detail(failure),
                "Start Kafka, or set " + KafkaSettings.BOOTSTRAP.key() + " to where it is.");
    }

    private static String detail(@Nullable Throwable failure) {
        // The cause's own words: the wrapper's begin with the name of a class
        var cause = failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    }
}
