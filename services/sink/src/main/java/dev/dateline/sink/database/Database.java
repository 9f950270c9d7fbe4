package dev.dateline.sink.database;

import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a sink: opened when it is needed, thrown away after a fault. The sink works in one thread, so there is
 * nothing to pool. Not thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final String MIGRATIONS = "classpath:dateline/sink/migrations";
    private static final int CONNECT_SECONDS = 5;
    /** Longer than any statement of ours takes, shorter than Kafka's max.poll.interval.ms of five minutes. */
    private static final int ANSWER_SECONDS = 60;

    private final SinkConfig config;
    private final PGSimpleDataSource source;
    private @Nullable Connection connection;

    public Database(SinkConfig config) {
        this.config = config;
        this.source = source(config);
        source.setSocketTimeout(ANSWER_SECONDS);
    }

    private static PGSimpleDataSource source(SinkConfig config) {
        var source = new PGSimpleDataSource();
        source.setURL(config.databaseUrl());
        if (!config.databaseUser().isEmpty()) {
            source.setUser(config.databaseUser());
        }
        if (!config.databasePassword().isEmpty()) {
            source.setPassword(config.databasePassword());
        }
        source.setApplicationName("dateline-sink");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(2 * CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    /**
     * Connects and brings the tables up to this program's version.
     *
     * @throws StartException when the database is out of reach, refuses us, or belongs to a newer program
     */
    public void open() throws StartException {
        try {
            connection();
        } catch (SQLException e) {
            throw SqlFaults.atStart(config, e);
        }
        try {
            // a migration may write a large table anew, which takes longer than any statement of ours
            var flyway = Flyway.configure()
                    .dataSource(source(config))
                    .locations(MIGRATIONS)
                    .loggers("slf4j")
                    .load();
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException fault
                    ? SqlFaults.atStart(config, fault)
                    : new StartException(
                            SinkConfig.URL.key(),
                            "the tables cannot be brought up to date: " + e.getMessage(),
                            "Mend what the message names, or give the sink an empty database.");
        }
    }

    /** Gives the connection; transactions are ended by whoever began them. */
    public Connection connection() throws SQLException {
        if (connection == null) {
            var opened = source.getConnection();
            opened.setAutoCommit(false);
            connection = opened;
        }
        return connection;
    }

    /** Throws the connection away, with whatever was not committed: after a fault nobody knows what state it is in. */
    public void discard() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.atDebug().setCause(e).log("connection did not close cleanly");
            }
            connection = null;
        }
    }

    @Override
    public void close() {
        discard();
    }

    /** Flyway goes on silently when the tables are newer than its scripts. */
    private static void refuseNewer(Flyway flyway) throws StartException {
        var info = flyway.info();
        for (var migration : info.applied()) {
            if (migration.getState().isResolved() || migration.getVersion() == null) {
                continue;
            }
            throw new StartException(
                    SinkConfig.URL.key(),
                    "the tables are of version " + migration.getVersion() + " (" + migration.getDescription()
                            + "), newer than this program",
                    "Run the program that made them, or a newer one.");
        }
    }
}
