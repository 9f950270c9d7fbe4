package dev.dateline.standalone.newsroom;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes an outlet's pages: its template with {@code {{title}}}, {@code {{body}}} and the like filled in.
 *
 * <p>A block of a text is a paragraph; a heading when it begins with {@code ##}; HTML of the author's own when it begins
 * with {@code <}.
 */
final class PageWriter {
    private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int RELATED = 4;

    private final ObjectMapper json = new ObjectMapper();
    private final Outlet outlet;
    private final Edition edition;

    PageWriter(Outlet outlet, Edition edition) {
        this.outlet = outlet;
        this.edition = edition;
    }

    String write(Article article, int version) {
        return fill(outlet.template(article), fields(article, version));
    }

    private static String fill(String template, Map<String, String> fields) {
        return FIELD.matcher(template).replaceAll(field -> {
            var value = fields.get(field.group(1));
            if (value == null) {
                throw new IllegalStateException("a template asks for an unknown field: " + field.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private Map<String, String> fields(Article article, int version) {
        var marks = article.marks();
        var authors = String.join(", ", marks.authors());
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", Html.escape(title(article)));
        fields.put("site", Html.escape(outlet.settings().name()));
        fields.put("language", article.language());
        fields.put("section", Html.escape(marks.section()));
        fields.put("summary", Html.escape(marks.summary() == null ? "" : marks.summary()));
        fields.put(
                "byline",
                authors.isEmpty() ? "" : outlet.settings().markup().byline().formatted(Html.escape(authors)));
        fields.put("iso", iso(article));
        fields.put("when", edition.format(article, DateForms.moment(article.language())));
        fields.put("day", edition.format(article, "dd.MM.yyyy"));
        fields.put("home", edition.home(outlet));
        fields.put("url", Html.escape(edition.url(article)));
        fields.put("jsonld", jsonLd(article));
        fields.put("related", related(article));
        fields.put("body", body(article, version));
        return fields;
    }

    String title(Article article) {
        return edition.expand(article, article.marks().title());
    }

    private String iso(Article article) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                edition.published(article).truncatedTo(ChronoUnit.SECONDS));
    }

    private String body(Article article, int version) {
        return edition.blocks(article, version).stream().map(this::block).collect(Collectors.joining("\n"));
    }

    private String block(String block) {
        if (block.startsWith("<")) {
            return block;
        }
        var markup = outlet.settings().markup();
        var line = block.replace('\n', ' ');
        return line.startsWith("## ")
                ? markup.heading().formatted(Html.escape(line.substring(3)))
                : markup.paragraph().formatted(Html.escape(line));
    }

    private String related(Article article) {
        return outlet.articles().stream()
                .filter(other -> other != article && other.marks().after() == null)
                .limit(RELATED)
                .map(other ->
                        outlet.settings().markup().related().formatted(Html.link(edition.url(other), title(other))))
                .collect(Collectors.joining("\n"));
    }

    /** Writes schema.org metadata; a closing tag inside a string would end the script, hence the escaped slash. */
    private String jsonLd(Article article) {
        var node = json.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", "NewsArticle")
                .put("headline", title(article))
                .put("url", edition.url(article))
                .put("datePublished", iso(article))
                .put("inLanguage", article.language())
                .put("articleSection", article.marks().section());
        node.putObject("publisher")
                .put("@type", "NewsMediaOrganization")
                .put("name", outlet.settings().name());
        var authors = node.putArray("author");
        article.marks()
                .authors()
                .forEach(author -> authors.addObject().put("@type", "Person").put("name", author));
        return node.toString().replace("</", "<\\/");
    }
}
