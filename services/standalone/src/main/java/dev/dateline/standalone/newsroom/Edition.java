package dev.dateline.standalone.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newsroom at one place and time: where its articles are, when they were published, and what they say then.
 *
 * <p>Texts may hold {@code {{date}}} and {@code {{weekday}}} (of publication, in the article's language), {@code {{url
 * saryarqa/summit}}}, and, as a block of its own, {@code {{copy saryarqa/summit 1-4}}}: these blocks of another text.
 */
final class Edition {
    private static final Pattern DATE_IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final Pattern URL = Pattern.compile("\\{\\{url ([\\w/-]+)}}");
    private static final Pattern COPY = Pattern.compile("\\{\\{copy ([\\w/-]+)(?: (\\d+)-(\\d+))?}}");
    private static final Pattern BLANK_LINES = Pattern.compile("\n\\s*\n");

    private final Newsroom newsroom;
    private final int port;
    private final Instant opened;
    private final Growth growth;

    Edition(Newsroom newsroom, int port, Instant opened, Duration interval) {
        this.newsroom = newsroom;
        this.port = port;
        this.opened = opened;
        growth = new Growth(newsroom, opened, interval);
    }

    /** Gives the address of an outlet's front page, without a slash at its end. */
    String home(Outlet outlet) {
        return "http://" + outlet.id() + ".localhost:" + port;
    }

    String feedUrl(Outlet outlet) {
        return home(outlet) + outlet.settings().feed().path();
    }

    /** Gives the canonical address of an article. */
    String url(Article article) {
        return home(newsroom.outletOf(article)) + path(article);
    }

    String url(String id) {
        return url(newsroom.article(id));
    }

    String path(Article article) {
        var published = published(article);
        return DATE_IN_PATH
                .matcher(article.marks().path())
                .replaceAll(part ->
                        DateTimeFormatter.ofPattern(part.group(1), Locale.ROOT).format(published));
    }

    ZonedDateTime published(Article article) {
        return published(article.marks().published(), appears(article))
                .atZone(newsroom.outletOf(article).zone());
    }

    /** Gives the time at which an article appears in its feed, when nothing else holds it back. */
    Instant appears(Article article) {
        return opened.plus(growth.delay(article));
    }

    static Instant published(String text, Instant appears) {
        return text.startsWith("P")
                ? appears.minus(Duration.parse(text))
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Gives the blocks of a text as they read now; later versions than the last are the last. */
    List<String> blocks(Article article, int version) {
        var text = article.texts().get(Math.min(version, article.texts().size()) - 1);
        return Stream.of(BLANK_LINES.split(text.strip()))
                .flatMap(block -> written(article, block.strip()))
                .map(block -> spin(article, block))
                .toList();
    }

    private Stream<String> written(Article article, String block) {
        var copy = COPY.matcher(block);
        if (!copy.matches()) {
            return Stream.of(expand(article, block));
        }
        var blocks = blocks(newsroom.article(copy.group(1)), 1);
        return copy.group(2) == null
                ? blocks.stream()
                : blocks.subList(Integer.parseInt(copy.group(2)) - 1, Integer.parseInt(copy.group(3))).stream();
    }

    private static String spin(Article article, String block) {
        var spun = block;
        for (var exchange : article.marks().replace().entrySet()) {
            spun = spun.replace(exchange.getKey(), exchange.getValue());
        }
        return spun;
    }

    /** Fills in what stands between double braces. */
    String expand(Article article, String text) {
        var dated = text.replace("{{date}}", format(article, DateForms.day(article.language())))
                .replace("{{weekday}}", format(article, "EEEE"));
        return URL.matcher(dated).replaceAll(link -> url(link.group(1)));
    }

    /** Writes the time of publication in the article's language. */
    String format(Article article, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(article.language()))
                .format(published(article));
    }
}
