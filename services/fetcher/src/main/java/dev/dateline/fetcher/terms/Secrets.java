package dev.dateline.fetcher.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that this fetcher was given: a file of that name in a folder, as Kubernetes and Docker mount them, else an
 * environment variable. Looked up anew each time, so that a secret may be changed while the fetcher runs. Thread-safe.
 */
public final class Secrets {
    /** Before the name in an environment variable: upper case, with an underscore for all that is no letter or figure. */
    public static final String VARIABLE = "DATELINE_SECRET_";

    /** No dot at the beginning: no name leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

    private static final int MOST_BYTES = 8 << 10;

    private final @Nullable Path folder;
    private final Map<String, String> variables;

    /**
     * Makes it.
     *
     * @param folder null for none
     * @param variables of the environment
     */
    public Secrets(@Nullable Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    /** Says whether a text can be the name of a secret. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Gives a secret without the line end that editors add; empty when it was not given. */
    public Optional<String> find(String name) {
        return inFile(name)
                .or(() -> Optional.ofNullable(variables.get(variable(name))))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
    }

    /** Says where a secret is looked for, for people. */
    String places(String name) {
        var variable = "the variable " + variable(name);
        return folder == null ? variable : "the file " + name + " in " + folder + " or " + variable;
    }

    private static String variable(String name) {
        return VARIABLE + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private Optional<String> inFile(String name) {
        if (folder == null || !isName(name) || !Files.isReadable(folder.resolve(name))) {
            return Optional.empty();
        }
        try (var file = Files.newInputStream(folder.resolve(name))) {
            return Optional.of(new String(file.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("secret " + name + " cannot be read", e);
        }
    }
}
