package dev.dateline.standalone.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One site: what all of its pages repeat, and how it calls its elements. Real pages of news are a tenth text at most; the rest is
 * scripts, styles, menus and lists of other articles, and so it is here.
 */
final class Outlet {
    private static final int MENU = 45;
    private static final int STYLE_RULES = 120;
    private static final String[] BODIES = {"article-body", "story__text", "entry-content", "post-text", "news-text"};
    private static final String[] TEASERS = {"teaser", "card", "feed-item", "promo__item", "list-entry"};

    private final Language language;
    private final String host;
    private final String body;
    private final String teaser;
    private final String head;
    private final String menu;
    private final String foot;

    Outlet(int number, Language language, SplittableRandom random) {
        this.language = language;
        this.host = "outlet" + number + ".example";
        this.body = BODIES[number % BODIES.length];
        this.teaser = TEASERS[number / 2 % TEASERS.length];
        this.head = styles(random);
        this.menu = menu(new Prose(language, random));
        this.foot = String.join("</p>\n<p class=\"legal\">", new Prose(language, random).paragraphs(120));
    }

    Language language() {
        return language;
    }

    String host() {
        return host;
    }

    String id() {
        return host.substring(0, host.indexOf('.'));
    }

    /**
     * Writes a page.
     *
     * @param bytes how large it is to be, about; it has its text and its menus however small that is
     */
    String page(Story story, String url, int bytes, SplittableRandom random) {
        var page = new StringBuilder(bytes + (8 << 10));
        begin(page, story, url);
        var filler = new Filler(page, teaser, host, new Prose(language, random), random);
        int text = story.paragraphs().stream().mapToInt(String::length).sum();
        int room = Math.max(0, bytes - page.length() - text - foot.length());
        page.append("</head>\n<body>\n").append(menu);
        filler.scripts(room / 8);
        filler.teasers(room / 6);
        article(page, story, filler, room / 16);
        page.append("<aside class=\"also\"><h3>").append(language.read()).append("</h3>\n");
        filler.teasers(room * 5 / 12);
        page.append("</aside>\n<footer><p class=\"legal\">").append(foot).append("</p></footer>\n");
        filler.scripts(room * 11 / 48);
        return page.append("</body>\n</html>\n").toString();
    }

    private void begin(StringBuilder page, Story story, String url) {
        page.append("<!DOCTYPE html>\n<html lang=\"").append(language.code()).append("\">\n<head>\n");
        page.append("<meta charset=\"utf-8\">\n<title>")
                .append(story.title())
                .append(" - ")
                .append(host)
                .append("</title>\n");
        page.append("<link rel=\"canonical\" href=\"").append(url).append("\">\n");
        page.append("<meta property=\"og:title\" content=\"")
                .append(story.title())
                .append("\">\n");
        page.append("<meta property=\"og:type\" content=\"article\">\n");
        page.append("<meta property=\"article:published_time\" content=\"")
                .append(story.published())
                .append("\">\n");
        page.append(
                        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"")
                .append(story.title())
                .append("\",\"datePublished\":\"")
                .append(story.published())
                .append("\",\"author\":{\"@type\":\"Person\",\"name\":\"")
                .append(story.author())
                .append("\"}}</script>\n");
        page.append("<style>").append(head).append("</style>\n");
    }

    private void article(StringBuilder page, Story story, Filler filler, int between) {
        page.append("<main><div class=\"layout\"><div class=\"col-main\"><article>\n<h1>")
                .append(story.title())
                .append("</h1>\n");
        page.append("<div class=\"meta\"><span class=\"author\">")
                .append(story.author())
                .append("</span> <time datetime=\"");
        page.append(story.published()).append("\">").append(story.published()).append("</time></div>\n");
        page.append("<div class=\"").append(body).append("\">\n");
        var paragraphs = story.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            page.append("<p>").append(paragraphs.get(i)).append("</p>\n");
            if (i == 2) {
                filler.scripts(between);
                filler.banner();
            }
        }
        page.append("</div>\n</article></div></div></main>\n");
    }

    private static String menu(Prose prose) {
        var menu = new StringBuilder("<header><nav><ul class=\"menu\">\n");
        for (int i = 0; i < MENU; i++) {
            menu.append("<li class=\"menu__item\"><a href=\"/section/")
                    .append(i)
                    .append("\"><span>");
            menu.append(prose.title(), 0, 12).append("</span></a></li>\n");
        }
        return menu.append("</ul></nav></header>\n").toString();
    }

    private static String styles(SplittableRandom random) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < STYLE_RULES; i++) {
            rules.add(".c%x{margin:%dpx;padding:%dpx;color:#%06x}"
                    .formatted(
                            random.nextInt(1 << 20), random.nextInt(40), random.nextInt(40), random.nextInt(1 << 24)));
        }
        return String.join("", rules);
    }
}
