package dev.dateline.sink.database;

import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import java.sql.SQLException;

/**
 * Tells faults of the database apart by SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public final class SqlFaults {
    /** Two keys of a batch that are one once they are cleaned: each alone is good. */
    private static final String CARDINALITY_VIOLATION = "21";

    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String PROGRAM_LIMIT_EXCEEDED = "54";
    private static final String INVALID_AUTHORIZATION = "28";
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** How a URL asks for a server that is who it says. */
    static final String VERIFIED = "?sslmode=verify-full&sslrootcert=FILE";

    private SqlFaults() {}

    /** Tells whether the values of a record are to blame, so that trying again would not help. */
    public static boolean isDataError(SQLException fault) {
        var state = fault.getSQLState();
        return state != null
                && (state.startsWith(CARDINALITY_VIOLATION)
                        || state.startsWith(DATA_EXCEPTION)
                        || state.startsWith(CONSTRAINT_VIOLATION)
                        || state.startsWith(PROGRAM_LIMIT_EXCEEDED));
    }

    /** Puts a fault that keeps a program from starting into words, with the setting to mend. */
    public static StartException atStart(SinkConfig config, SQLException fault) {
        var state = fault.getSQLState() == null ? "" : fault.getSQLState();
        var said = " (" + firstLine(fault) + ")";
        if (isUnencrypted(fault)) {
            return new StartException(
                    SinkConfig.URL.key(),
                    "PostgreSQL lets " + user(config) + " in by TLS only, or from elsewhere" + said,
                    "Add " + VERIFIED + " to the URL, or let the user in by pg_hba.conf.");
        }
        if (state.startsWith(INVALID_AUTHORIZATION)) {
            return new StartException(
                    SinkConfig.USER.key() + ", " + SinkConfig.PASSWORD.key(),
                    "PostgreSQL does not let " + user(config) + " in" + said,
                    "Correct user and password, or let the user in by pg_hba.conf.");
        }
        if (state.equals(UNKNOWN_DATABASE)) {
            return new StartException(
                    SinkConfig.URL.key(),
                    "the database of " + config.databasePlace() + " does not exist" + said,
                    "Create it (CREATE DATABASE ... ENCODING 'UTF8'), or name another one.");
        }
        if (state.equals(INSUFFICIENT_PRIVILEGE)) {
            return new StartException(
                    SinkConfig.USER.key(),
                    user(config) + " may not do what the sink needs" + said,
                    "Let the user create tables in the schema and own them.");
        }
        var untrusted = TlsFaults.atStart(config, fault);
        if (untrusted.isPresent()) {
            return untrusted.get();
        }
        return new StartException(
                SinkConfig.URL.key(),
                "PostgreSQL does not answer at " + config.databasePlace() + said,
                "Start PostgreSQL, or set " + SinkConfig.URL.key() + " to where it is.");
    }

    /**
     * Gives what the database answered. The exception of a batch quotes its statement with all values, so the whole text of an article;
     * its cause is the answer.
     */
    public static SQLException answer(SQLException fault) {
        return fault.getCause() instanceof SQLException answer ? answer : fault;
    }

    /** A rule of pg_hba.conf was missing, and the connection was not encrypted, which is the usual reason. */
    private static boolean isUnencrypted(SQLException fault) {
        return String.valueOf(fault.getMessage()).contains("no encryption");
    }

    private static String user(SinkConfig config) {
        return config.databaseUser().isEmpty() ? "the user of the URL" : "user '" + config.databaseUser() + "'";
    }

    /** The first line of what the database said; the others are hints for who wrote the statement. */
    public static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }
}
