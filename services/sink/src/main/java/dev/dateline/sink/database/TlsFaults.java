package dev.dateline.sink.database;

import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import java.sql.SQLException;
import java.util.Optional;

/** Tells why PostgreSQL and the sink do not trust one another. The driver has one SQLSTATE for all of this, so its words decide. */
final class TlsFaults {
    private TlsFaults() {}

    /** Puts a fault of TLS into words; empty when it is none. */
    static Optional<StartException> atStart(SinkConfig config, SQLException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            var said = String.valueOf(cause.getMessage());
            if (said.contains("PKIX") || said.contains("certification path") || said.contains("Path does not chain")) {
                return Optional.of(new StartException(
                        SinkConfig.URL.key(),
                        "no authority that we trust has signed the certificate of " + config.databasePlace() + " ("
                                + said + ")",
                        "Name the PEM file of the authority that has: " + SqlFaults.VERIFIED));
            }
            if (said.contains("could not be verified by hostnameverifier")) {
                return Optional.of(new StartException(
                        SinkConfig.URL.key(),
                        "the certificate is for another name than the one in " + config.databasePlace() + " (" + said
                                + ")",
                        "Name the server as its certificate does, or have a certificate made for this name."));
            }
            if (said.contains("does not support SSL")) {
                return Optional.of(new StartException(
                        SinkConfig.URL.key(),
                        "PostgreSQL does not speak TLS at " + config.databasePlace() + " (" + said + ")",
                        "Let it: ssl = on in postgresql.conf, with a certificate; or take sslmode out of the URL, if nobody can"
                                + " listen in between."));
            }
        }
        return Optional.empty();
    }
}
