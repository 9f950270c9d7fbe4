package dev.dateline.console.registry;

import org.jspecify.annotations.Nullable;

/** Thrown when a registry request cannot be answered; carries the status and the code that Confluent's clients know. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final int code;

    /** The error as clients read it. */
    record Body(int error_code, String message) {}

    private RegistryException(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RegistryException subjectNotFound(String subject) {
        return new RegistryException(NOT_FOUND, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryException versionNotFound(String version) {
        return new RegistryException(NOT_FOUND, 40402, "Version " + version + " not found.");
    }

    static RegistryException schemaNotFound(String message) {
        return new RegistryException(NOT_FOUND, 40403, message);
    }

    static RegistryException invalidSchema(@Nullable String why) {
        return new RegistryException(UNPROCESSABLE, 42201, "Invalid schema: " + why);
    }

    static RegistryException invalidVersion(String version) {
        return new RegistryException(
                UNPROCESSABLE, 42202, "The specified version '" + version + "' is not a valid version id.");
    }

    static RegistryException readOnly(String subject) {
        return new RegistryException(
                UNPROCESSABLE, 42205, "Subject " + subject + " is read-only: schemas are released with Dateline.");
    }

    boolean isNotFound() {
        return code == 40403;
    }

    int status() {
        return status;
    }

    Body body() {
        return new Body(code, String.valueOf(getMessage()));
    }
}
