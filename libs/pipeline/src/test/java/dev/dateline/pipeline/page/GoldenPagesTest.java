package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole pages and what becomes of them. Each page has one hazard, named in its first comment. {@code -Dgolden.update=true}
 * writes the outcomes anew: read the diff.
 */
class GoldenPagesTest {
    private static final Path PAGES = Path.of("src/test/resources/dev/dateline/pipeline/page/pages");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<Path> pages() throws IOException {
        try (var folders = Files.list(PAGES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldCleanThePageAsExpected(Path page) throws IOException {
        var raw = Articles.raw(page.getFileName().toString(), "")
                .setFetch(null)
                .setBody(ByteBuffer.wrap(Files.readAllBytes(page.resolve("source.html"))))
                .build();
        Map<String, Object> outcome = Cleaning.CLEANER
                .apply(raw)
                .fold(GoldenPagesTest::shown, (reason, detail) -> Map.of("dropped", reason.name()));
        var json = JSON.writeValueAsString(outcome) + "\n";
        var expected = page.resolve("expected.json");
        if (UPDATE) {
            Files.writeString(expected, json);
        }
        assertThat(json).isEqualTo(Files.readString(expected));
    }

    private static Map<String, Object> shown(CleanArticle article) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("title", article.getTitle());
        shown.put("authors", article.getAuthors());
        shown.put("published", article.getPublishedText());
        shown.put("publishedFrom", article.getPublishedFrom());
        shown.put("modified", article.getModifiedText());
        shown.put("modifiedFrom", article.getModifiedFrom());
        shown.put("language", article.getLanguage());
        shown.put("declaredUrl", article.getDeclaredUrl());
        shown.put("section", article.getSection());
        shown.put("keywords", article.getKeywords());
        shown.put("captions", article.getCaptions());
        shown.put("paywalled", article.getPaywalled());
        shown.put("provenance", provenance(article));
        shown.put("text", article.getText().lines().toList());
        return shown;
    }

    private static Map<String, Object> provenance(CleanArticle article) {
        var from = article.getProvenance();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("url", from.getUrl());
        shown.put("outlet", from.getOutlet());
        shown.put("author", from.getAuthor());
        shown.put("date", from.getDate());
        shown.put("agency", from.getAgency());
        shown.put("lines", from.getLines());
        return shown;
    }
}
