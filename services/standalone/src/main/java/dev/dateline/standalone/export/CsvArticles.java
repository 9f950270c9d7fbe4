package dev.dateline.standalone.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.search.FullArticle;
import dev.dateline.schema.RegionRole;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An article a row, without evidence and versions; docs/export.md tells of the columns.
 *
 * <p>What a publisher wrote must not become a formula in somebody's spreadsheet, so an apostrophe stands before what could be one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvArticles implements ArticleLines {
    private static final String END = "\r\n";
    private static final String BETWEEN_VALUES = "|";
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private static final Map<String, Function<FullArticle, @Nullable Object>> COLUMNS = columns();

    private static Map<String, Function<FullArticle, @Nullable Object>> columns() {
        Map<String, Function<FullArticle, @Nullable Object>> columns = new LinkedHashMap<>();
        columns.put("id", FullArticle::id);
        columns.put("version", FullArticle::version);
        columns.put("event", FullArticle::event);
        columns.put("url", FullArticle::url);
        columns.put("title", FullArticle::title);
        columns.put("outlet", FullArticle::outlet);
        columns.put("outletCountry", FullArticle::outletCountry);
        columns.put("source", FullArticle::source);
        columns.put("story", FullArticle::story);
        columns.put("published", FullArticle::published);
        columns.put("fetched", FullArticle::fetched);
        columns.put("eventTime", FullArticle::eventTime);
        columns.put("language", FullArticle::language);
        columns.put("authors", article -> list(article.authors()));
        for (var role : RegionRole.values()) {
            var name = role.name().toLowerCase(Locale.ROOT);
            columns.put(name, article -> list(codes(article.regions(), name)));
        }
        columns.put("themes", article -> list(codes(article.themes(), "")));
        columns.put("text", FullArticle::text);
        return columns;
    }

    private static List<String> codes(List<JsonNode> tags, String role) {
        return tags.stream()
                .filter(tag -> tag.path("role").asText().equals(role))
                .map(tag -> tag.path("code").asText())
                .toList();
    }

    private static String list(List<String> values) {
        return values.stream()
                .map(value -> value.replace(BETWEEN_VALUES, "/"))
                .collect(Collectors.joining(BETWEEN_VALUES));
    }

    @Override
    public void begin(Writer out) throws IOException {
        out.write(String.join(",", COLUMNS.keySet()));
        out.write(END);
    }

    @Override
    public void write(FullArticle article, Writer out) throws IOException {
        var between = "";
        for (var column : COLUMNS.values()) {
            out.write(between);
            out.write(field(Objects.toString(column.apply(article), "")));
            between = ",";
        }
        out.write(END);
    }

    static String field(String value) {
        var safe = FORMULA.matcher(value).lookingAt() ? "'" + value : value;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
