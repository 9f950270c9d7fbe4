package dev.dateline.standalone.bench.corpus;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless supply of pages, each a function of its number: the sizes of real ones (log-normal, median 100 KB, a twentieth above 400
 * KB), five languages, forty outlets. One in ten is another outlet's copy of an earlier article, one in thirty a later state of one.
 * Thread-safe.
 */
public final class Corpus {
    /** Bytes; half of all pages are larger. */
    static final int MEDIAN = 100 << 10;
    /** Such that one page in twenty has four times the median. */
    static final double SPREAD = Math.log(4) / 1.645;

    private static final int SMALLEST = 12 << 10;
    private static final int LARGEST = 3 << 20;
    private static final int MEDIAN_WORDS = 350;
    private static final double SPREAD_OF_WORDS = 0.6;
    private static final int FEWEST_WORDS = 80;
    private static final int MOST_WORDS = 3_000;
    private static final int OUTLETS = 40;
    private static final int COPIES_IN_THIRTY = 3;
    /** How many articles lie between one and its copy or its next state, at most. */
    private static final int LONGEST_GAP = 1_500;

    private static final int OK = 200;

    private final List<Outlet> outlets = new ArrayList<>();
    private final Instant published = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final long seed;

    /** What an article is. */
    public enum Kind {
        ORIGINAL,
        /** The same text, at another outlet. */
        COPY,
        /** The same address, with a longer text. */
        EDIT
    }

    public Corpus(long seed) {
        this.seed = seed;
        var random = new SplittableRandom(seed);
        double share = 0;
        for (var language : Language.all()) {
            share += language.share();
            while (outlets.size() < Math.round(share * OUTLETS)) {
                outlets.add(new Outlet(outlets.size(), language, random.split()));
            }
        }
    }

    /** Says what the article of a number is. */
    public Kind kind(int number) {
        return kind(number, random(number));
    }

    /** Gives the number of the original that an article is, copies or edits. */
    public int told(int number) {
        var random = random(number);
        return told(number, kind(number, random), random);
    }

    /** Makes the article of a number, as it was fetched at some time. */
    public RawArticle article(int number, Instant fetchedAt) {
        var random = random(number);
        var kind = kind(number, random);
        var told = told(number, kind, random);
        var original = outlet(told);
        var outlet = kind == Kind.COPY ? another(original, random) : original;
        var url = "https://" + outlet.host() + "/news/" + (kind == Kind.EDIT ? told : number);
        var page = outlet.page(retold(told, kind, random), url, size(random), random);
        var identity = CanonicalUrl.parse(url).orElseThrow();
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(identity))
                .setUrl(url)
                .setCanonicalUrl(identity.value())
                .setSourceId(outlet.id())
                .setPublisher(Publisher.newBuilder()
                        .setOutlet(outlet.id())
                        .setCountry(outlet.language().country())
                        .build())
                .setFetchedAt(fetchedAt)
                .setFetch(Fetch.newBuilder()
                        .setHttpStatus(OK)
                        .setContentType("text/html; charset=utf-8")
                        .build())
                .setBody(ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 1_000_003 + number).split();
    }

    private int told(int number, Kind kind, SplittableRandom random) {
        return kind == Kind.ORIGINAL ? number : earlier(number, random);
    }

    private static Kind kind(int number, SplittableRandom random) {
        int choice = random.nextInt(30);
        if (number < 2 || choice > COPIES_IN_THIRTY) {
            return Kind.ORIGINAL;
        }
        return choice == COPIES_IN_THIRTY ? Kind.EDIT : Kind.COPY;
    }

    /** An original before this one; the first article always is. */
    private int earlier(int number, SplittableRandom random) {
        int at = Math.max(0, number - 1 - random.nextInt(LONGEST_GAP));
        while (kind(at, random(at)) != Kind.ORIGINAL) {
            at--;
        }
        return at;
    }

    private Outlet outlet(int original) {
        return outlets.get(random(original).split().nextInt(OUTLETS));
    }

    /** Copies are in the language of the original. */
    private Outlet another(Outlet original, SplittableRandom random) {
        var others = outlets.stream()
                .filter(outlet -> outlet != original && outlet.language() == original.language())
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    private Story retold(int told, Kind kind, SplittableRandom random) {
        var story = story(told);
        if (kind == Kind.ORIGINAL) {
            return story;
        }
        var paragraphs = new ArrayList<>(story.paragraphs());
        paragraphs.addAll(new Prose(outlet(told).language(), random).paragraphs(12));
        return new Story(story.title(), story.author(), story.published(), paragraphs);
    }

    private Story story(int original) {
        var random = random(original).split().split();
        var prose = new Prose(outlet(original).language(), random);
        int words = (int) (MEDIAN_WORDS * Math.exp(SPREAD_OF_WORDS * gaussian(random)));
        return new Story(
                prose.title(),
                prose.title().split(" ")[0] + " " + (char) ('A' + random.nextInt(26)) + ".",
                published.minus(random.nextInt(600), ChronoUnit.MINUTES).toString(),
                prose.paragraphs(Math.max(FEWEST_WORDS, Math.min(MOST_WORDS, words))));
    }

    private static int size(SplittableRandom random) {
        return (int) Math.max(SMALLEST, Math.min(LARGEST, MEDIAN * Math.exp(SPREAD * gaussian(random))));
    }

    /** By Box and Muller. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
