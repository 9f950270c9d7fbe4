package dev.dateline.standalone.security;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.embedded.EmbeddedKafka.Guard;
import dev.dateline.kafka.rights.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A real broker that demands TLS, and a password or a certificate, and has no right to give away but those that it was told. */
final class SecureBroker implements AutoCloseable {
    static final String PASSWORD = "it's \"a\" secret\\";
    private static final int ITERATIONS = 4096;

    private final EmbeddedKafka broker;

    private SecureBroker(Guard guard) {
        this.broker = EmbeddedKafka.temporary(guard);
    }

    /** Demands TLS and a password. */
    static SecureBroker withPasswords(Certificates certificates) throws IOException {
        var properties = tls(certificates, "broker-with-passwords");
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        return new SecureBroker(new Guard("SASL_SSL", properties));
    }

    /** Demands TLS and a certificate. */
    static SecureBroker withCertificates(Certificates certificates) throws IOException {
        var properties = tls(certificates, "broker-with-certificates");
        properties.put("ssl.client.auth", "required");
        properties.put("ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/");
        return new SecureBroker(new Guard("SSL", properties));
    }

    private static Map<String, String> tls(Certificates certificates, String name) throws IOException {
        var server = certificates.sign(name, "ip:127.0.0.1");
        var properties = new HashMap<String, String>();
        properties.put("ssl.keystore.type", "PEM");
        properties.put("ssl.keystore.certificate.chain", Files.readString(server.certificate()));
        properties.put("ssl.keystore.key", Files.readString(server.key()));
        properties.put("ssl.truststore.type", "PEM");
        properties.put("ssl.truststore.certificates", Files.readString(certificates.authority()));
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // Whoever comes by the inner door: the broker itself, and this test
        properties.put("super.users", "User:ANONYMOUS");
        return properties;
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** Makes a user with {@link #PASSWORD}. */
    void add(String user) throws Exception {
        try (var admin = broker.admin()) {
            var credential = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, credential, PASSWORD)))
                    .all()
                    .get();
        }
    }

    /** Lets a user do that, beside what it was let before. */
    void allow(String user, Collection<Right> rights) throws Exception {
        try (var admin = broker.admin()) {
            admin.createAcls(rights.stream()
                            .flatMap(right -> right.bindings("User:" + user))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** A file for the inner door, where all is allowed. */
    String innerDoor() throws Exception {
        try (var admin = broker.admin()) {
            var node = admin.describeCluster().nodes().get().iterator().next();
            return node.host() + ":" + node.port();
        }
    }

    Path file(Path folder, String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), text + "\n");
    }

    @Override
    public void close() {
        broker.close();
    }
}
