package dev.dateline.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Texts to tag, in memory: what is measured reads no files. */
final class Articles {
    /** How long an article of ours is, in characters. */
    static final int LENGTH = 5000;

    /** The sample newsroom; run from the root of the project. */
    private static final Path NEWSROOM = Path.of("services/standalone/src/main/resources/newsroom");

    private static final String WIRE = "shared/data/regions/reuters/input.jsonl.gz";
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\n.*?\\n---\\n", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A title, which may be empty, and a text. */
    record Article(String title, String text) {}

    private Articles() {}

    /** Gives articles of {@link #LENGTH} characters: what the sample newsroom has in a language, one behind the other, cut. */
    static List<Article> ours(String language) throws IOException {
        var text = new StringBuilder();
        try (var outlets = Files.list(NEWSROOM)) {
            for (var outlet : outlets.sorted().filter(o -> speaks(o, language)).toList()) {
                text.append(texts(outlet));
            }
        }
        var articles = new ArrayList<Article>();
        for (var at = 0; at + LENGTH <= text.length(); at += LENGTH) {
            articles.add(new Article("", text.substring(at, at + LENGTH)));
        }
        return articles;
    }

    private static boolean speaks(Path outlet, String language) {
        try {
            var settings = outlet.resolve("outlet.yaml");
            return Files.exists(settings) && Files.readAllLines(settings).contains("language: " + language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String texts(Path outlet) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.list(outlet)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                text.append(FRONT_MATTER.matcher(Files.readString(file)).replaceFirst(""))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Gives the wire stories that are kept for evaluation beside the project, or nothing where they are not. */
    static Optional<List<Article>> wire() throws IOException {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var file = at.resolve(WIRE);
            if (Files.exists(file)) {
                return Optional.of(read(file));
            }
        }
        return Optional.empty();
    }

    private static List<Article> read(Path file) throws IOException {
        try (var unpacked = new GZIPInputStream(Files.newInputStream(file));
                Stream<String> lines =
                        new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8)).lines()) {
            var articles = new ArrayList<Article>();
            for (var line : (Iterable<String>) lines::iterator) {
                var story = JSON.readTree(line);
                articles.add(new Article(
                        story.path("title").asText(""), story.path("text").asText("")));
            }
            return articles;
        }
    }
}
