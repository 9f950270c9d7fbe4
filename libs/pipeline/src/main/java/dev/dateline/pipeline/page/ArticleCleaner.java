package dev.dateline.pipeline.page;

import dev.dateline.pipeline.ContentHash;
import dev.dateline.pipeline.DropReason;
import dev.dateline.pipeline.EventTime;
import dev.dateline.pipeline.FeedContent;
import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page as fetched into a clean article, or says why it is none. Thread-safe.
 *
 * <p>The page is parsed once and read into blocks once; text, title, authors, dates, language and provenance are found in
 * these. A feed that carries the whole article stands for a page that is empty or kept back. What near-duplicate detection
 * compares is made by a function that is given, so that cleaning knows nothing of it.
 */
public final class ArticleCleaner implements Stage<RawArticle, CleanArticle> {
    static {
        Contracts.trust();
    }

    /** Version of the extraction rules; a change here means that history may be cleaned again. */
    public static final String EXTRACTOR_VERSION = "2";

    /** Why a page that is kept back gives no article. */
    private static final Set<DropReason> SCRAPS = EnumSet.of(DropReason.EMPTY, DropReason.TOO_SHORT);

    private final CleanerLimits limits;
    private final BiFunction<String, String, Optional<Sketch>> sketcher;
    private final LearntBoilerplate learnt;
    private final ContentExtractor extractor;
    private final LineRules lineRules;
    private final ProvenanceReader provenance;
    private final AuthorReader authors;
    private final ArticleCheck check;

    /**
     * Makes a cleaner.
     *
     * @param sketcher makes a sketch of a title and a text; empty when there is too little to compare
     */
    public ArticleCleaner(CleanerLimits limits, BiFunction<String, String, Optional<Sketch>> sketcher) {
        this(limits, OwnLines.NONE, LearntBoilerplate.NONE, sketcher);
    }

    /**
     * Makes a cleaner that knows an operator's own lines, too, and what hosts repeat.
     *
     * @param learnt is asked for each page, by the host of its canonical address
     * @param sketcher makes a sketch of a title and a text; empty when there is too little to compare
     */
    public ArticleCleaner(
            CleanerLimits limits,
            OwnLines own,
            LearntBoilerplate learnt,
            BiFunction<String, String, Optional<Sketch>> sketcher) {
        var words = PageWords.DEFAULT.with(own);
        var labels = new Labels(words);
        this.limits = limits;
        this.sketcher = sketcher;
        this.learnt = learnt;
        this.extractor = new ContentExtractor(words, limits);
        this.authors = new AuthorReader(words);
        this.provenance = new ProvenanceReader(words, labels);
        this.lineRules = new LineRules(words, labels, authors, provenance);
        this.check = new ArticleCheck(words);
    }

    /** Loads what the first pages would wait for: the language model and the names of months, about a second. Optional. */
    public static void warmUp() {
        LanguageReader.load();
        MonthNames.isIn("");
    }

    @Override
    public Outcome<CleanArticle> apply(RawArticle raw) {
        if (raw.getStatus() == ArticleStatus.WITHDRAWN) {
            return Outcome.kept(withdrawn(raw));
        }
        var ofPage = ofPage(raw);
        // Less than the feed carries is no article, or its beginning before a paywall
        return ofPage.fold(article -> article.getPaywalled(), (reason, detail) -> SCRAPS.contains(reason))
                ? FeedContent.page(raw.getFeedItem())
                        .map(page -> clean(raw, PageText.of(page)))
                        .filter(ofFeed -> isLonger(ofFeed, ofPage))
                        .orElse(ofPage)
                : ofPage;
    }

    private static boolean isLonger(Outcome<CleanArticle> one, Outcome<CleanArticle> other) {
        return length(one) > length(other);
    }

    private static int length(Outcome<CleanArticle> outcome) {
        return outcome.fold(article -> article.getText().length(), (reason, detail) -> 0);
    }

    private Outcome<CleanArticle> ofPage(RawArticle raw) {
        var body = bytes(raw.getBody());
        var contentType = raw.getFetch() == null ? null : raw.getFetch().getContentType();
        var refusal = ArticleCheck.ofBytes(body, contentType, limits);
        if (refusal != null) {
            return Outcome.dropped(refusal.reason(), refusal.detail());
        }
        var html = PageDecoder.decode(body, contentType);
        refusal = ArticleCheck.ofHtml(html);
        return refusal != null ? Outcome.dropped(refusal.reason(), refusal.detail()) : clean(raw, html);
    }

    /** The bytes themselves when they are a whole array, as nearly always: they are only read. */
    private static byte[] bytes(ByteBuffer body) {
        if (body.hasArray() && body.arrayOffset() == 0 && body.remaining() == body.array().length) {
            return body.array();
        }
        var copy = new byte[body.remaining()];
        body.duplicate().get(copy);
        return copy;
    }

    private Outcome<CleanArticle> clean(RawArticle raw, PageText html) {
        var page = Page.parse(html, raw.getUrl(), limits);
        var layout = extractor.layout(page);
        var feed = raw.getFeedItem();
        var title = TitleReader.read(page, feed == null ? null : feed.getTitle());
        var found = extractor.extract(page, layout, title, feed == null ? null : feed.getContent());
        var origin = provenance.read(found.blocks());
        var people = authorsOf(page, layout, origin, feed);
        var content = found.withBlocks(lineRules.apply(found.blocks(), title, people));
        var repeated = learnt.of(LearntBoilerplate.host(raw.getCanonicalUrl()));
        var body = repeated.trim(content.text(limits.maxTextLength()));
        var refusal = check.ofArticle(page, layout, content, title, body.text());
        if (refusal != null) {
            return Outcome.dropped(refusal.reason(), refusal.detail());
        }
        var cleaned = new Cleaned(title, body.text(), content, layout, origin, people);
        return Outcome.kept(article(raw, page, cleaned)
                .setBoilerplateVersion(repeated.version())
                .setRemoved(body.removed())
                .build());
    }

    /** What was found in the page's text. */
    private record Cleaned(
            String title, String text, Content content, PageLayout layout, Provenance origin, List<String> authors) {}

    private CleanArticle.Builder article(RawArticle raw, Page page, Cleaned cleaned) {
        var feed = raw.getFeedItem();
        var claimedLanguage = PageFacts.claimedLanguage(page, raw);
        var dates = DateReader.of(page, cleaned.layout(), cleaned.title(), claimedLanguage, raw.getFetchedAt());
        var date = dates.published(feed == null ? null : feed.getPublished());
        var published = date == null ? null : date.date().instant();
        var modified = dates.modified();
        var language = LanguageReader.read(cleaned.title() + "\n" + cleaned.text(), claimedLanguage);
        return CleanArticle.newBuilder()
                .setArticleId(raw.getArticleId())
                .setCanonicalUrl(raw.getCanonicalUrl())
                .setDeclaredUrl(PageFacts.declaredUrl(page))
                .setSourceId(raw.getSourceId())
                .setPublisher(raw.getPublisher())
                .setStatus(ArticleStatus.LIVE)
                .setFetchedAt(raw.getFetchedAt())
                .setEventTime(EventTime.of(published, raw.getFetchedAt()))
                .setTitle(cleaned.title())
                .setText(cleaned.text())
                .setAuthors(cleaned.authors())
                .setPublished(published)
                .setPublishedText(date == null ? null : date.date().text())
                .setPublishedFrom(date == null ? null : date.from())
                .setModified(modified == null ? null : modified.date().instant())
                .setModifiedText(modified == null ? null : modified.date().text())
                .setModifiedFrom(modified == null ? null : modified.from())
                .setLanguage(language)
                .setProvenance(cleaned.origin())
                .setLeadImage(PageFacts.leadImage(page))
                .setSection(PageFacts.section(page))
                .setKeywords(PageFacts.keywords(page))
                .setCaptions(cleaned.content().captions())
                .setPaywalled(page.jsonLd().paywalled())
                .setConfidence(cleaned.content().confidence())
                .setContentHash(ContentHash.of(cleaned.title(), cleaned.text()))
                .setSketch(sketcher.apply(cleaned.title(), cleaned.text()).orElse(null))
                .setExtractorVersion(EXTRACTOR_VERSION);
    }

    private List<String> authorsOf(Page page, PageLayout layout, Provenance origin, @Nullable FeedItem feed) {
        var named = authors.read(page, layout, feed == null ? List.of() : feed.getAuthors());
        var credited = origin.getAuthor();
        return named.isEmpty() && credited != null ? List.of(credited) : named;
    }

    private static CleanArticle withdrawn(RawArticle raw) {
        return CleanArticle.newBuilder()
                .setArticleId(raw.getArticleId())
                .setCanonicalUrl(raw.getCanonicalUrl())
                .setSourceId(raw.getSourceId())
                .setPublisher(raw.getPublisher())
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason(raw.getWithdrawnReason())
                .setFetchedAt(raw.getFetchedAt())
                .setEventTime(EventTime.of(null, raw.getFetchedAt()))
                .setTitle("")
                .setText("")
                .setProvenance(Provenance.newBuilder().build())
                .setContentHash(ContentHash.of("", ""))
                .setExtractorVersion(EXTRACTOR_VERSION)
                .build();
    }
}
