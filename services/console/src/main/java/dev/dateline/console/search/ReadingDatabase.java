package dev.dateline.console.search;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dateline.console.ConsoleConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The sink's database for readers: few connections, each can only read, and a statement that takes too long is ended, so that
 * whatever somebody searches for, the sink goes on writing. Connects when somebody asks first.
 */
public final class ReadingDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final Duration WAIT = Duration.ofSeconds(5);
    /** A statement is ended by the server; the socket only when the server is gone. */
    private static final Duration STATEMENT = Duration.ofSeconds(5);

    /**
     * No query is worth compiling, several cores, or reading a table from end to end. Each is planned for the values that it has:
     * the driver keeps no plans.
     */
    private static final String SESSION = "SET statement_timeout = " + STATEMENT.toMillis()
            + "; SET jit = off; SET max_parallel_workers_per_gather = 0; SET enable_seqscan = off; SET TIME ZONE 'UTC'";

    private static final Duration SOCKET = STATEMENT.multipliedBy(2);

    private final ConsoleConfig.Database config;
    private @Nullable HikariDataSource pool;

    public ReadingDatabase(ConsoleConfig.Database config) {
        this.config = config;
    }

    /** Thrown when nobody said where the database is. */
    public static final class NoDatabaseException extends Exception {
        private static final long serialVersionUID = 1;

        NoDatabaseException() {
            super("This console has no database to search; its operator can set " + ConsoleConfig.DATABASE_URL.key()
                    + ".");
        }
    }

    /**
     * Gives a connection, to be closed soon.
     *
     * @throws SQLException when the database does not answer
     */
    public Connection connection() throws SQLException, NoDatabaseException {
        if (config.url().isEmpty()) {
            throw new NoDatabaseException();
        }
        return pool().getConnection();
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            pool = new HikariDataSource(settings());
        }
        return pool;
    }

    private HikariConfig settings() {
        var settings = new HikariConfig();
        settings.setPoolName("console-readers");
        settings.setJdbcUrl(config.url());
        if (!config.user().isEmpty()) {
            settings.setUsername(config.user());
        }
        if (!config.password().isEmpty()) {
            settings.setPassword(config.password());
        }
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(WAIT.toMillis());
        settings.setInitializationFailTimeout(-1); // the database may come later
        settings.setReadOnly(true);
        settings.setConnectionInitSql(SESSION);
        settings.setDataSourceProperties(driver());
        return settings;
    }

    private static Properties driver() {
        var driver = new Properties();
        driver.setProperty("prepareThreshold", "0");
        driver.setProperty("socketTimeout", Long.toString(SOCKET.toSeconds()));
        driver.setProperty("connectTimeout", Long.toString(WAIT.toSeconds()));
        driver.setProperty("ApplicationName", "dateline-console");
        return driver;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
