package dev.dateline.console;

import dev.dateline.console.web.Tokens;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How the console is set up.
 *
 * @param host address that it listens on
 * @param port port that it listens on; 0 takes a free one
 * @param names further names under which browsers and clients reach it
 * @param history how far back it reads when it starts
 * @param checksLedger whether it holds records against traces
 * @param tokens who may act
 * @param database where the sink writes
 * @param prometheus who knows what fires
 * @param registry address of the registry that records are written with; empty when this console is the one to ask
 */
public record ConsoleConfig(
        String host,
        int port,
        List<String> names,
        Duration history,
        boolean checksLedger,
        Tokens tokens,
        Database database,
        Prometheus prometheus,
        String registry) {
    private static final String JDBC = "jdbc:postgresql:";

    public static final Setting<String> HOST = Setting.of(
            "console.host",
            SettingType.STRING,
            "127.0.0.1",
            "Address that the console listens on. Reading needs no password: let only those reach it who may read all news.");
    public static final Setting<Integer> PORT = Setting.of(
            "console.port", SettingType.port(), "8080", "Port of the console; 0 takes a free one and logs it.");
    public static final Setting<List<String>> NAMES = Setting.of(
            "console.names",
            SettingType.LIST,
            "",
            "Further host names under which the console is reached, such as that of a proxy; requests for others are refused.");
    public static final Setting<Duration> HISTORY = Setting.of(
            "console.history",
            SettingType.DURATION.where(value -> !value.isZero(), "longer than nothing"),
            "1d",
            "How far back articles, copies and counts are read when the console starts.");
    public static final Setting<Boolean> CHECKS_LEDGER = Setting.of(
            "console.check-ledger",
            SettingType.BOOLEAN,
            "true",
            "Whether the console reads what each stage reads, and counts records that have not exactly one trace. One console is enough.");
    public static final Setting<String> DATABASE_URL = Setting.of(
            "console.database-url",
            SettingType.STRING.where(url -> url.isEmpty() || url.startsWith(JDBC), "empty, or beginning with " + JDBC),
            "",
            "PostgreSQL that the sink writes to, for the readers' API and the rows of an article; empty has neither.");
    public static final Setting<String> DATABASE_USER = Setting.of(
            "console.database-user",
            SettingType.STRING,
            "",
            "Who reads; the right to SELECT is enough. Empty when the URL names it.");
    public static final Setting<String> DATABASE_PASSWORD = Setting.of(
                    "console.database-password", SettingType.STRING, "", "Password of that user; may be empty.")
            .asSecret();
    public static final Setting<String> PROMETHEUS_URL = Setting.of(
                    "console.prometheus-url",
                    SettingType.STRING.where(
                            url -> url.isEmpty() || isWebAddress(url),
                            "empty, or an address that begins with http or https"),
                    "",
                    "Prometheus that evaluates the alerts, to show what fires; it may hold user:password@. Empty shows none.")
            .asSecret();
    public static final Setting<List<String>> TOKENS = Setting.of(
                    "console.tokens",
                    SettingType.LIST.where(
                            tokens -> tokens.stream().allMatch(Tokens::isToken),
                            "name:secret with secrets of 16 characters or more"),
                    "",
                    "Who may act, as name:secret; the name stands in the audit. Empty makes the console read-only.")
            .asSecret();
    public static final List<Setting<?>> SETTINGS = List.of(
            HOST,
            PORT,
            NAMES,
            HISTORY,
            CHECKS_LEDGER,
            TOKENS,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            PROMETHEUS_URL);

    /** How to read the sink's database; an empty URL is none. */
    public record Database(String url, String user, String password) {

        /** Keeps secrets out of logs: a password may be a parameter of the URL. */
        @Override
        public String toString() {
            return url.isEmpty() ? "none" : "set";
        }
    }

    /** Where to ask what fires; an empty URL is nowhere. */
    public record Prometheus(String url) {

        /** Keeps secrets out of logs: an address may hold a password. */
        @Override
        public String toString() {
            return url.isEmpty() ? "none" : "set";
        }
    }

    public ConsoleConfig {
        names = List.copyOf(names);
    }

    public static ConsoleConfig from(Settings settings) {
        return new ConsoleConfig(
                settings.get(HOST),
                settings.get(PORT),
                settings.get(NAMES),
                settings.get(HISTORY),
                settings.get(CHECKS_LEDGER),
                new Tokens(settings.get(TOKENS)),
                new Database(settings.get(DATABASE_URL), settings.get(DATABASE_USER), settings.get(DATABASE_PASSWORD)),
                new Prometheus(settings.get(PROMETHEUS_URL)),
                settings.get(KafkaSettings.SCHEMA_REGISTRY));
    }

    private static boolean isWebAddress(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false; // its message repeats the address, and what may be secret in it
        }
    }
}
