package dev.dateline.kafka;

import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/**
 * How every client proves who it is, and knows who the brokers are. Certificates and keys are PEM files, as Strimzi and most others
 * hand them out; they are read once, at the start.
 */
public final class KafkaSecurity {
    public static final Setting<String> SECURITY = Setting.of(
            "kafka.security",
            SettingType.STRING.where(
                    word -> word.equals("none") || word.equals("tls") || word.equals("scram"), "none, tls or scram"),
            "none",
            "How brokers are spoken to: none; tls, with a certificate of our own where one is named; scram, which is TLS with user and"
                    + " password (SCRAM-SHA-512).");
    public static final Setting<String> CA_FILE = file(
            "kafka.ca-file",
            "PEM file of the authorities that sign the brokers' certificates; empty trusts those that Java trusts.");
    public static final Setting<String> CERTIFICATE_FILE =
            file("kafka.certificate-file", "PEM file of our own certificate, for brokers that know their users by it.");
    public static final Setting<String> KEY_FILE = file(
            "kafka.key-file",
            "PEM file of the key of that certificate (PKCS #8, not encrypted); let only the service read it.");
    public static final Setting<String> USER =
            Setting.of("kafka.user", SettingType.STRING, "", "Who we are to the brokers, with scram.");
    public static final Setting<String> PASSWORD = Setting.of(
                    "kafka.password", SettingType.STRING, "", "Password of that user.")
            .asSecret();
    static final List<Setting<?>> ALL = List.of(SECURITY, CA_FILE, CERTIFICATE_FILE, KEY_FILE, USER, PASSWORD);

    private static final String PEM = "PEM";
    private static final String MECHANISM = "SCRAM-SHA-512";

    private final Settings settings;
    private final Map<String, Object> properties = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private KafkaSecurity(Settings settings) {
        this.settings = settings;
    }

    /**
     * Gives the client properties that these settings stand for.
     *
     * @throws StartException when settings contradict one another or a file cannot be read
     */
    static Map<String, Object> properties(Settings settings) throws StartException {
        var security = new KafkaSecurity(settings);
        security.read();
        if (!security.problems.isEmpty()) {
            throw new StartException(security.problems);
        }
        return security.properties;
    }

    private void read() {
        switch (settings.get(SECURITY)) {
            case "tls" -> {
                properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SSL");
                trust();
                identify();
                refuse("scram", USER, PASSWORD);
            }
            case "scram" -> {
                properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_SSL");
                trust();
                logIn();
                refuse("tls", CERTIFICATE_FILE, KEY_FILE);
            }
            default -> refuse("tls or scram", CA_FILE, CERTIFICATE_FILE, KEY_FILE, USER, PASSWORD);
        }
    }

    private void trust() {
        pem(CA_FILE).ifPresent(authorities -> {
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
            properties.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, authorities);
        });
    }

    private void identify() {
        requireBoth(CERTIFICATE_FILE, KEY_FILE);
        var certificate = pem(CERTIFICATE_FILE);
        var key = pem(KEY_FILE);
        if (certificate.isPresent() && key.isPresent()) {
            properties.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
            properties.put(SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, certificate.get());
            properties.put(SslConfigs.SSL_KEYSTORE_KEY_CONFIG, key.get());
        }
    }

    private void logIn() {
        requireBoth(USER, PASSWORD);
        if (settings.get(USER).isEmpty() && settings.get(PASSWORD).isEmpty()) {
            problems.add(new Problem(USER.key() + ", " + PASSWORD.key(), "are not set", "scram needs both."));
        }
        properties.put(SaslConfigs.SASL_MECHANISM, MECHANISM);
        properties.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=%s password=%s;"
                        .formatted(quoted(settings.get(USER)), quoted(settings.get(PASSWORD))));
    }

    private void requireBoth(Setting<String> one, Setting<String> other) {
        if (settings.get(one).isEmpty() != settings.get(other).isEmpty()) {
            var missing = settings.get(one).isEmpty() ? one : other;
            problems.add(new Problem(
                    missing.key(), "is not set", "It goes with " + (missing == one ? other : one).key() + "."));
        }
    }

    /** Settings that do nothing would let somebody believe that they do. */
    @SafeVarargs
    private void refuse(String word, Setting<String>... unused) {
        for (var setting : unused) {
            if (!settings.get(setting).isEmpty()) {
                problems.add(new Problem(
                        setting.key(),
                        "is set, and has no effect with " + SECURITY.key() + "=" + settings.get(SECURITY),
                        "Set " + SECURITY.key() + " to " + word + ", or leave it out."));
            }
        }
    }

    private Optional<String> pem(Setting<String> setting) {
        var file = settings.get(setting);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(Path.of(file));
            if (!text.contains("-----BEGIN ")) {
                problems.add(new Problem(
                        setting.key() + " (" + file + ")",
                        "is no PEM file",
                        "Convert it: openssl writes PEM, with lines like -----BEGIN CERTIFICATE-----."));
            }
            return Optional.of(text);
        } catch (IOException e) {
            problems.add(new Problem(
                    setting.key() + " (" + file + ")",
                    "cannot be read",
                    "Check that the file exists, and that the user of this program may read it."));
            return Optional.empty();
        }
    }

    /** As the login configuration of Java wants it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Setting<String> file(String key, String doc) {
        return Setting.of(key, SettingType.STRING, "", doc);
    }
}
