package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaSecurity;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.runtime.StartException;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** What keeps brokers and us from trusting one another, each with the setting that mends it. */
final class SecurityProblems {
    private static final String OWN_CERTIFICATE =
            KafkaSecurity.CERTIFICATE_FILE.key() + ", " + KafkaSecurity.KEY_FILE.key();

    private SecurityProblems() {}

    static boolean isPlain(Map<String, Object> properties) {
        return String.valueOf(properties.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT"))
                .endsWith("PLAINTEXT");
    }

    static StartException ofPlainClient(String brokers) {
        return new StartException(
                KafkaSecurity.SECURITY.key(),
                "a broker at " + brokers + " wants TLS, and we do not speak it",
                "Set " + KafkaSecurity.SECURITY.key() + " to tls or scram, or name a port without TLS.");
    }

    static StartException ofPlainPort(String brokers, String said) {
        return new StartException(
                KafkaSecurity.SECURITY.key(),
                "the port at " + brokers + " does not speak TLS" + said,
                "Name the brokers' port with TLS; or set " + KafkaSecurity.SECURITY.key()
                        + " to none, if nobody can listen in between.");
    }

    static StartException ofTls(String brokers, Throwable failure) {
        var said = innermost(failure);
        if (said.contains("PKIX") || said.contains("unable to find valid certification path")) {
            return new StartException(
                    KafkaSecurity.CA_FILE.key(),
                    "no authority that we trust has signed the certificate of the brokers at " + brokers + " (" + said
                            + ")",
                    "Name the PEM file of the authority that has.");
        }
        if (said.contains("No subject alternative") || said.contains("No name matching")) {
            return new StartException(
                    KafkaSettings.BOOTSTRAP.key(),
                    "the certificate of the brokers is for another name than " + brokers + " (" + said + ")",
                    "Name the brokers as their certificates do, or have certificates made for these names.");
        }
        if (said.contains("Unsupported or unrecognized SSL message")) {
            return ofPlainPort(brokers, " (" + said + ")");
        }
        return new StartException(
                OWN_CERTIFICATE,
                "the brokers at " + brokers + " do not accept our certificate, or miss one (" + said + ")",
                "Name a certificate that an authority of theirs has signed, and that has not expired, with its key.");
    }

    static StartException ofPassword(String brokers, Throwable failure) {
        return new StartException(
                KafkaSecurity.USER.key() + ", " + KafkaSecurity.PASSWORD.key(),
                "the brokers at " + brokers + " refuse us: " + failure.getMessage(),
                "Correct user and password, or make the user: kafka-configs.sh --alter --entity-type users --entity-name USER"
                        + " --add-config 'SCRAM-SHA-512=[password=...]'");
    }

    static StartException ofRights(String brokers, Throwable failure) {
        return new StartException(
                "rights in Kafka",
                "the brokers at " + brokers + " do not let us: " + failure.getMessage(),
                "Give our user its rights: docs/deploying.md#rights has them all.");
    }

    private static String innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
