package dev.dateline.console.web;

import dev.dateline.console.ConsoleConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests for names that are not ours. A page elsewhere whose name was rebound to 127.0.0.1 would else read the
 * console through its visitor's browser. An address in digits cannot be rebound, so it is let through where the console
 * listens on more than loopback.
 */
public final class HostCheck implements Handler {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "[::]");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final boolean digits;

    public HostCheck(ConsoleConfig config) {
        this(config.host(), config.names());
    }

    HostCheck(String host, List<String> further) {
        var listensOn = bracketed(host.toLowerCase(Locale.ROOT));
        names.add(listensOn);
        further.forEach(name -> names.add(bracketed(name.toLowerCase(Locale.ROOT))));
        digits = EVERY_ADDRESS.contains(listensOn);
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    @Override
    public void handle(Context request) {
        if (!allows(request.header("Host"))) {
            request.status(HttpStatus.MISDIRECTED_REQUEST)
                    .result("This name is not one of the console's. Its operator can add it to "
                            + ConsoleConfig.NAMES.key() + ".")
                    .skipRemainingHandlers();
        }
    }

    boolean allows(@Nullable String header) {
        if (header == null) {
            return false;
        }
        var name = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(name) || digits && DIGITS.matcher(name).matches();
    }
}
