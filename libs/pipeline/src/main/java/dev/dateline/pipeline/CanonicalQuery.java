package dev.dateline.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a query that says which article it is: without tracking parameters and session ids, sorted by name. */
final class CanonicalQuery {
    /** One name, or name and value, a line; a star at a name's end stands for any ending. */
    private static final String LIST = "tracking-parameters.txt";

    private static final Set<String> NAMES = new HashSet<>();
    private static final TreeSet<String> PREFIXES = new TreeSet<>();
    /** Short names that carry a session on some sites and content on others: only a long random value gives them away. */
    private static final Pattern SESSION = Pattern.compile("(?:sid|s|session)=[0-9a-fA-F]{24,}");

    static {
        readList().forEach(name -> {
            if (name.endsWith("*")) {
                PREFIXES.add(name.substring(0, name.length() - 1));
            } else {
                NAMES.add(name);
            }
        });
    }

    private CanonicalQuery() {}

    /** Gives what is left of a query, null when nothing is. */
    static @Nullable String of(String query) {
        var kept = Stream.of(query.split("&"))
                .map(CanonicalQuery::withoutEscapedAmpersand)
                .filter(parameter -> !parameter.isEmpty() && !isNoise(parameter))
                .sorted(Comparator.comparing(CanonicalQuery::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    /** Mends an ampersand that was escaped for HTML: an address that was copied out of HTML source. */
    private static String withoutEscapedAmpersand(String parameter) {
        var text = parameter;
        while (text.startsWith("amp;")) {
            text = text.substring("amp;".length());
        }
        return text;
    }

    private static boolean isNoise(String parameter) {
        var name = name(parameter).toLowerCase(Locale.ROOT);
        return NAMES.contains(name)
                || NAMES.contains(parameter.toLowerCase(Locale.ROOT))
                || PREFIXES.stream().anyMatch(name::startsWith)
                || SESSION.matcher(parameter).matches();
    }

    private static String name(String parameter) {
        var equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static Stream<String> readList() {
        var stream = Objects.requireNonNull(CanonicalQuery.class.getResourceAsStream(LIST), LIST);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
