package dev.dateline.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built. */
public final class BuildInfo {
    private static final String RESOURCE = "build.properties";

    private BuildInfo() {}

    /** The version of Dateline, such as 0.1.0. */
    public static String version() {
        var properties = new Properties();
        try (var in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this program cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
