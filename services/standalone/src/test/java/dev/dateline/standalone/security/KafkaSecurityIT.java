package dev.dateline.standalone.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that demand TLS with a password, and with a certificate: who has the right settings is let in, others are told which is wrong. */
@Tag("slow")
class KafkaSecurityIT {
    private static final String USER = "reader";

    @TempDir
    static Path folder;

    private static Certificates ours;
    private static Certificates strangers;
    private static SecureBroker passwords;
    private static SecureBroker certificates;
    private static Certificates.Signed user;

    @BeforeAll
    static void start() throws Exception {
        ours = new Certificates(folder, "ours");
        strangers = new Certificates(folder, "strangers");
        user = ours.sign(USER);
        passwords = SecureBroker.withPasswords(ours);
        passwords.add(USER);
        certificates = SecureBroker.withCertificates(ours);
        for (var broker : List.of(passwords, certificates)) {
            new TopicProvisioner(settings(Map.of(
                            KafkaSettings.BOOTSTRAP.key(), broker.innerDoor(), KafkaSettings.REPLICATION.key(), "1")))
                    .apply(KafkaConnection.from(settings(Map.of())).topics().catalogue().topics().stream()
                            .filter(topic -> topic.id().equals("raw"))
                            .toList());
            broker.allow(USER, Right.to(access(KafkaConnection.from(settings(Map.of())))));
        }
    }

    @AfterAll
    static void stop() {
        certificates.close();
        passwords.close();
    }

    @Test
    void shouldBeLetInByPassword() throws Exception {
        verify(byPassword());
    }

    @Test
    void shouldBeLetInByCertificate() throws Exception {
        verify(byCertificate());
    }

    @Test
    void shouldNameThePasswordThatIsWrong() throws Exception {
        var settings = byPassword();
        settings.put("kafka.password-file", passwords.file(folder, "guessed").toString());

        assertThat(refusal(settings))
                .contains("kafka.user, kafka.password: the brokers at " + passwords.bootstrap() + " refuse us")
                .contains("kafka-configs.sh")
                .doesNotContain("guessed");
    }

    @Test
    void shouldNameTheAuthorityThatIsMissing() throws Exception {
        var settings = byPassword();
        settings.put("kafka.ca-file", strangers.authority().toString());
        assertThat(refusal(settings)).contains("kafka.ca-file: no authority that we trust has signed");

        settings.remove("kafka.ca-file");
        assertThat(refusal(settings)).contains("kafka.ca-file: no authority that we trust has signed");
    }

    @Test
    void shouldNameTheHostThatTheCertificateIsNotFor() throws Exception {
        var settings = byPassword();
        settings.replace("kafka.bootstrap", passwords.bootstrap().replace("127.0.0.1", "localhost"));

        assertThat(refusal(settings)).contains("kafka.bootstrap: the certificate of the brokers is for another name");
    }

    @Test
    void shouldNameTheCertificateThatNobodyKnows() throws Exception {
        var unknown = strangers.sign("unknown");
        var settings = byCertificate();
        settings.put("kafka.certificate-file", unknown.certificate().toString());
        settings.put("kafka.key-file", unknown.key().toString());
        assertThat(refusal(settings)).contains("kafka.certificate-file, kafka.key-file: the brokers");

        settings.remove("kafka.certificate-file");
        settings.remove("kafka.key-file");
        assertThat(refusal(settings)).contains("kafka.certificate-file, kafka.key-file: the brokers");
    }

    @Test
    void shouldSayThatThePortWantsTls() throws Exception {
        assertThat(refusal(Map.of("kafka.bootstrap", passwords.bootstrap())))
                .contains("kafka.security: a broker at " + passwords.bootstrap() + " wants TLS")
                .contains("tls or scram");
    }

    @Test
    void shouldSayThatThePortHasNoTls() throws Exception {
        var settings = byPassword();
        settings.put("kafka.bootstrap", passwords.innerDoor());

        assertThat(refusal(settings)).contains("kafka.security: the port at").contains("does not speak TLS");
    }

    @Test
    void shouldSayWhichRightIsMissing() throws Exception {
        var kafka = KafkaConnection.from(settings(byPassword()));
        var raw = kafka.topics().raw();
        var both = TopicAccess.reading(raw).and(TopicAccess.writing(raw));
        assertThat(refusal(new TopicCheck(kafka, both)))
                .contains("topic news.article.raw.v1: we may not write it")
                .contains("kafka-acls.sh", "--operation Write --topic news.article.raw.v1");

        assertThat(refusal(TopicCheck.of(kafka, kafka.topics().clean())))
                .contains("topic news.article.clean.v1: is not there, or we may not see it")
                .contains("dateline topics apply", "--operation Describe");
    }

    @Test
    void shouldRefuseSettingsThatContradictOneAnother() {
        var problems = catchThrowableOfType(
                StartException.class,
                () -> KafkaConnection.from(settings(Map.of(
                        "kafka.security", "tls",
                        "kafka.user", "me",
                        "kafka.key-file", "none.key",
                        "kafka.ca-file", "none.crt"))));

        assertThat(problems.report())
                .contains("4 problems", "kafka.user: is set, and has no effect", "kafka.certificate-file: is not set")
                .contains("kafka.ca-file (none.crt): cannot be read", "kafka.key-file (none.key): cannot be read");
    }

    private static Map<String, String> byPassword() throws Exception {
        return new TreeMap<>(Map.of(
                "kafka.bootstrap",
                passwords.bootstrap(),
                "kafka.security",
                "scram",
                "kafka.ca-file",
                ours.authority().toString(),
                "kafka.user",
                USER,
                "kafka.password-file",
                passwords.file(folder, SecureBroker.PASSWORD).toString()));
    }

    private static Map<String, String> byCertificate() {
        return new TreeMap<>(Map.of(
                "kafka.bootstrap",
                certificates.bootstrap(),
                "kafka.security",
                "tls",
                "kafka.ca-file",
                ours.authority().toString(),
                "kafka.certificate-file",
                user.certificate().toString(),
                "kafka.key-file",
                user.key().toString()));
    }

    private static void verify(Map<String, String> settings) throws StartException {
        var kafka = KafkaConnection.from(settings(settings));
        new TopicCheck(kafka, access(kafka)).verify();
    }

    private static TopicAccess access(KafkaConnection kafka) {
        return TopicAccess.reading(kafka.topics().raw());
    }

    private static String refusal(Map<String, String> settings) throws StartException {
        var kafka = KafkaConnection.from(settings(settings));
        return refusal(new TopicCheck(kafka, access(kafka)));
    }

    private static String refusal(TopicCheck check) {
        return catchThrowableOfType(StartException.class, check::verify).report();
    }

    private static Settings settings(Map<String, String> values) throws StartException {
        var loader = new SettingsLoader(KafkaSettings.ALL);
        values.forEach(loader::set);
        return loader.load();
    }
}
