package dev.dateline.sink;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the sink is told.
 *
 * @param databaseUrl where PostgreSQL is, as JDBC writes it
 * @param databaseUser who writes; empty leaves it to the URL
 * @param databasePassword may be empty
 * @param group consumer group, and the name under which offsets are stored
 * @param batchRecords most records in one transaction
 * @param longestBackOff longest wait between two tries while something is down
 * @param keeping how long rows are kept
 */
public record SinkConfig(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String group,
        int batchRecords,
        Duration longestBackOff,
        Keeping keeping) {
    private static final String JDBC = "jdbc:postgresql:";
    private static final String FOREVER = "forever";
    /** As long as the topic of enriched articles has them: a sink that starts over would store them again. */
    private static final Duration SHORTEST_FOR_ARTICLES = Duration.ofDays(90);

    public static final Setting<String> URL = Setting.of(
            "sink.database-url",
            SettingType.STRING.where(url -> url.startsWith(JDBC), "beginning with " + JDBC),
            "jdbc:postgresql://localhost:5432/dateline",
            "PostgreSQL to write to; parameters of its JDBC driver (TLS, ...) may follow.");
    public static final Setting<String> USER = Setting.of(
            "sink.database-user", SettingType.STRING, "", "Owner of the tables; empty when the URL names it.");
    public static final Setting<String> PASSWORD = Setting.of(
                    "sink.database-password",
                    SettingType.STRING,
                    "",
                    "Password of that user; empty when there is none, or the URL or ~/.pgpass has it.")
            .asSecret();
    public static final Setting<String> GROUP = Setting.of(
            "sink.group",
            SettingType.STRING.where(group -> !group.isBlank(), "not blank"),
            "dateline-sink",
            "Consumer group; offsets are stored in the database under this name.");
    public static final Setting<Integer> BATCH_RECORDS =
            Setting.of("sink.batch-records", SettingType.between(1, 10_000), "500", "Most records in one transaction.");
    public static final Setting<Duration> LONGEST_BACK_OFF = Setting.of(
            "sink.longest-back-off",
            SettingType.DURATION.where(wait -> wait.toMillis() >= 100 && wait.toMinutes() < 4, "100ms to 4m"),
            "10s",
            "Longest wait between two tries while the database is down.");
    public static final Setting<Duration> DISPOSITION_RETENTION = Setting.of(
            "sink.disposition-retention",
            SettingType.DURATION,
            "14d",
            "How long traces of what became of a record are kept in the database, by ingest time; a month goes once all of it is older.");
    public static final Setting<Duration> VERSION_RETENTION = Setting.of(
            "sink.version-retention",
            SettingType.DURATION,
            "400d",
            "How long the versions of an article are kept in the database, by ingest time; a month goes once all of it is older. The newest"
                    + " version is kept with the article besides.");
    public static final Setting<Optional<Duration>> ARTICLE_RETENTION = Setting.of(
            "sink.article-retention",
            orForever(SettingType.DURATION)
                    .where(
                            kept -> kept.isEmpty() || kept.get().compareTo(SHORTEST_FOR_ARTICLES) >= 0,
                            "at least " + SHORTEST_FOR_ARTICLES.toDays() + "d, or forever"),
            FOREVER,
            "How long articles and copies are kept in the database after their newest version came in.");
    public static final List<Setting<?>> SETTINGS = List.of(
            URL,
            USER,
            PASSWORD,
            GROUP,
            BATCH_RECORDS,
            LONGEST_BACK_OFF,
            DISPOSITION_RETENTION,
            VERSION_RETENTION,
            ARTICLE_RETENTION);

    /**
     * How long rows are kept, by the time of ingest.
     *
     * @param articles originals and copies; empty for ever
     */
    public record Keeping(Duration dispositions, Duration versions, Optional<Duration> articles) {}

    private static SettingType<Optional<Duration>> orForever(SettingType<Duration> type) {
        return new SettingType<>(
                type.name(),
                type.example() + ", " + FOREVER,
                text -> text.equals(FOREVER)
                        ? Optional.empty()
                        : Optional.of(type.parser().apply(text)));
    }

    /** Reads the sink's settings. */
    public static SinkConfig from(Settings settings) {
        return new SinkConfig(
                settings.get(URL),
                settings.get(USER),
                settings.get(PASSWORD),
                settings.get(GROUP),
                settings.get(BATCH_RECORDS),
                settings.get(LONGEST_BACK_OFF),
                new Keeping(
                        settings.get(DISPOSITION_RETENTION),
                        settings.get(VERSION_RETENTION),
                        settings.get(ARTICLE_RETENTION)));
    }

    /** The database for messages: its URL without parameters, since a password may be one of them. */
    public String databasePlace() {
        var parameters = databaseUrl.indexOf('?');
        return parameters < 0 ? databaseUrl : databaseUrl.substring(0, parameters);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SinkConfig[" + databasePlace() + ", group " + group + "]";
    }
}
