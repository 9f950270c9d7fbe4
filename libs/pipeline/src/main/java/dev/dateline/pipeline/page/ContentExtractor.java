package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the main content of a page: the region that {@link MainRegion} chooses, without what is noise in it. When that
 * is poor, it takes the article body of the page's JSON-LD, the feed's content or all the page's paragraphs, whichever has more.
 * Of the page itself, that must be an article's length: a stub stays a stub.
 */
final class ContentExtractor {
    /** Less running text than this may be a failure of ours. */
    private static final int POOR = 300;
    /** A fallback must have so many times more. */
    private static final double MUCH_MORE = 1.5;

    private static final Set<String> TEMPLATES =
            Set.of("text/template", "text/x-template", "text/html", "text/x-handlebars-template", "text/x-handlebars");

    private static final double SURE = 0.9;
    private static final double FALLBACK = 0.5;

    private final ElementRoles roles;
    private final CleanerLimits limits;

    ContentExtractor(PageWords words, CleanerLimits limits) {
        this.roles = new ElementRoles(words);
        this.limits = limits;
    }

    /** Reads a page into blocks; everything else works on these. */
    PageLayout layout(Page page) {
        return BlockReader.read(page.document(), roles, limits);
    }

    Content extract(Page page, PageLayout layout, String title, @Nullable String feedContent) {
        var main = MainRegion.of(layout);
        var content = select(layout, main, Lead.of(layout, main, roles, title));
        if (content.prose() >= POOR) {
            return content;
        }
        var best = content;
        for (var other :
                List.of(ofBody(layout), ofText(page.jsonLd().articleBody()), ofHtml(feedContent), ofTemplates(page))) {
            best = other.prose() > best.prose() * MUCH_MORE ? other : best;
        }
        // The rest of a page has always some text; only what is no longer poor shows that the region was wrong.
        for (var other : List.of(select(layout, layout.root(), List.of()), everything(layout))) {
            best = other.prose() > Math.max(POOR, best.prose() * MUCH_MORE) ? other : best;
        }
        if (best.prose() >= ArticleCheck.SHORTEST) {
            return best;
        }
        var described = Described.in(layout, page.firstMeta(PageFacts.DESCRIPTION));
        return described.isEmpty() ? best : new Content(described, List.of(), FALLBACK / 2, true);
    }

    private static Content select(PageLayout layout, Region main, List<TextBlock> lead) {
        var kept = new ArrayList<>(lead);
        var captions = new ArrayList<String>();
        var reader = new RegionReader(layout, main.kept);
        for (var part : MainRegion.parts(main)) {
            reader.read(part, kept, captions);
        }
        double share = layout.root().prose == 0 ? 0 : (double) main.kept / layout.root().prose;
        double confidence = Math.min(1, main.kept / (double) POOR) * (0.5 + share / 2) * SURE;
        return new Content(kept, captions, confidence);
    }

    /** What calls itself the body though something around it calls itself noise. */
    private static Content ofBody(PageLayout layout) {
        var body = MainRegion.body(layout.root());
        return body == null ? Content.NONE : select(layout, body, List.of());
    }

    /** Text that a script would put in place. */
    private Content ofTemplates(Page page) {
        return page.scan().dataScripts.stream()
                .filter(script -> TEMPLATES.contains(script.type().toLowerCase(Locale.ROOT)))
                .map(script -> ofHtml(script.data()))
                .max(Comparator.comparingInt(Content::prose))
                .orElse(Content.NONE);
    }

    private Content ofText(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Content.NONE;
        }
        if (text.indexOf('<') >= 0 && text.indexOf('>') >= 0) {
            return ofHtml(text);
        }
        var holder = new Element("p");
        var blocks = new ArrayList<TextBlock>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(limits.maxBlocks())
                .forEach(line -> blocks.add(new TextBlock(Kind.PARAGRAPH, line, 0, holder)));
        return new Content(blocks, List.of(), FALLBACK);
    }

    private Content ofHtml(@Nullable String html) {
        if (html == null || html.isBlank()) {
            return Content.NONE;
        }
        var layout = BlockReader.read(Jsoup.parseBodyFragment(html), roles, limits);
        return new Content(layout.blocks(), List.of(), FALLBACK);
    }

    private static Content everything(PageLayout layout) {
        var blocks = new ArrayList<TextBlock>();
        collect(layout, layout.root(), blocks);
        return new Content(blocks, List.of(), FALLBACK / 2);
    }

    private static void collect(PageLayout layout, Region region, List<TextBlock> into) {
        int at = region.first;
        for (var child : region.children) {
            layout.blocks().subList(at, child.first).stream()
                    .filter(block -> block.prose() > 0)
                    .forEach(into::add);
            boolean scrap = child.noise && child.prose < MainRegion.SCRAP;
            if (child.role != Region.Role.NEVER && !scrap) {
                collect(layout, child, into);
            }
            at = child.end;
        }
        layout.blocks().subList(at, region.end).stream()
                .filter(block -> block.prose() > 0)
                .forEach(into::add);
    }
}
