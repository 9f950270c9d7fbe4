package dev.dateline.standalone.upgrade;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.RawArticle;
import dev.dateline.testkit.Articles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Articles of an outlet whose every text ends with the same words; made of numbers, so that any version can tell them again. What is
 * kept of a version knows these very texts: a change here needs another outlet.
 */
final class OldNews {
    /** What the outlet repeats. */
    static final String REPEATED =
            "Our letter brings the best of the week to your desk each Friday morning, free of charge.";

    /** Enough for what is repeated to be learnt. */
    static final int COUNT = 26;

    private static final List<String> WORDS =
            List.of(("harvest river council bridge winter market teacher railway election museum doctor valley engine"
                            + " garden weather harbour festival student forest budget factory mountain village court"
                            + " captain kitchen autumn quarry lantern orchard archive meadow voyage copper theatre summer")
                    .split(" "));

    private static final List<String> SYLLABLES = List.of(
            "ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve"
                    .split(" "));

    private OldNews() {}

    /** The identity of an article of the outlet. */
    static String id(int number) {
        return ArticleId.of(CanonicalUrl.parse(url("alpha", number)).orElseThrow());
    }

    static String url(String outlet, int number) {
        return "https://" + outlet + ".example/news/" + number;
    }

    static RawArticle article(int number, Instant fetched) {
        return raw("alpha", number, fetched, page(title(number), number));
    }

    /** The same with a paragraph more. */
    static RawArticle edited(int number, Instant fetched) {
        var page = page(title(number), number)
                .replace("</h1>", "</h1><p>" + paragraph(new Random(7_000 + number)) + "</p>");
        return raw("alpha", number, fetched, page);
    }

    /** The same as another outlet carries it, with other words around it. */
    static RawArticle copy(int number, Instant fetched) {
        var page = page(title(number), number).replace(REPEATED, "Read in the Beta, with thanks to our colleagues.");
        return raw("beta", number, fetched, page);
    }

    static RawArticle gone(int number, Instant fetched) {
        return RawArticle.newBuilder(raw("alpha", number, fetched, ""))
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("410")
                .build();
    }

    private static RawArticle raw(String outlet, int number, Instant fetched, String html) {
        var url = url(outlet, number);
        return Articles.raw(ArticleId.of(CanonicalUrl.parse(url).orElseThrow()), html)
                .setUrl(url)
                .setCanonicalUrl(url)
                .setSourceId(outlet)
                .setFetchedAt(fetched)
                .build();
    }

    private static String title(int number) {
        var random = new Random(17L * number);
        return "The " + word(random) + " of " + name(random) + " near lithium mine " + number + " in Kazakhstan";
    }

    static String page(String title, int number) {
        var random = new Random(31L * number);
        var paragraphs = IntStream.range(0, 3)
                .mapToObj(each -> "<p>" + paragraph(random) + "</p>")
                .collect(Collectors.joining());
        return "<html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>"
                + paragraphs + "<p>" + REPEATED + "</p></article></body></html>";
    }

    private static String paragraph(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(each ->
                        "The " + word(random) + " of " + name(random) + " was near the " + word(random) + " when "
                                + name(random) + " had come to " + name(random) + " with a " + word(random)
                                + " for the " + word(random)
                                + ".")
                .collect(Collectors.joining(" "));
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Of nobody and nowhere, so that no two texts are alike. */
    private static String name(Random random) {
        var name = IntStream.range(0, 3)
                .mapToObj(each -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
