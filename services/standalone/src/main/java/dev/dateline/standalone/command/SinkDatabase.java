package dev.dateline.standalone.command;

import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.database.SqlFaults;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The sink's database, for commands that read it. */
public final class SinkDatabase {
    private SinkDatabase() {}

    /**
     * Connects.
     *
     * @param application what the database calls this client
     * @throws StartException when it does not answer or does not let us in
     */
    public static Connection open(SinkConfig config, String application) throws StartException {
        var properties = new Properties();
        if (!config.databaseUser().isEmpty()) {
            properties.setProperty("user", config.databaseUser());
        }
        if (!config.databasePassword().isEmpty()) {
            properties.setProperty("password", config.databasePassword());
        }
        properties.setProperty("ApplicationName", application);
        properties.setProperty("tcpKeepAlive", "true");
        try {
            return DriverManager.getConnection(config.databaseUrl(), properties);
        } catch (SQLException e) {
            throw SqlFaults.atStart(config, e);
        }
    }

    /** Puts into words that the database does not tell what it is asked for. */
    public static StartException untold(SinkConfig config, SQLException fault) {
        return new StartException(
                config.databasePlace(),
                "does not tell: "
                        + String.valueOf(fault.getMessage()).lines().findFirst().orElse(""),
                "Check " + SinkConfig.URL.key() + ": it must be the database that the sink writes to.");
    }
}
