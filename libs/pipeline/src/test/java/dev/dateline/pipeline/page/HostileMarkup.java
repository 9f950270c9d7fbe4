package dev.dateline.pipeline.page;

import java.util.List;
import java.util.Random;

/** Writes pages that are wrong in every way that pages are: by chance, but the same for each seed. */
final class HostileMarkup {
    private static final List<String> BLOCKS = names("div p ul ol li dl dt dd h1 h2 section blockquote pre form article"
            + " figure address table tbody thead tr td th caption col colgroup main");
    private static final List<String> PHRASES = names(
            "a b i em strong span font u code small custom-part label button br img input hr wbr source center noscript");
    private static final List<String> RARE =
            names("select option optgroup object ruby rt nobr template svg math textarea"
                    + " iframe title script style meta link base head body html frameset frame xmp image param button");
    private static final List<String> ATTRIBUTES = List.of(
            " class=\"a b\"",
            " class='c'",
            " class=d",
            " id=e",
            " CLASS",
            " id=",
            " onclick=\"f()\"",
            " hidden",
            " hidden=\"\"",
            " itemprop=\"a&amp;b&copy=c&lt\"",
            " role = main",
            " href=/author/h",
            " type=hidden",
            " style=\"display:none\"",
            " \"=i",
            " content=\"&#8217;&#0;&nbsp\"",
            " content='a?b=c&d=e&amp;f'",
            " content='&rsquo;&#x201C;'");
    private static final List<String> TEXTS = List.of(
            "word",
            " ",
            "\n",
            "\r\n",
            "     \n   ",
            "two words ",
            "&amp;",
            "&#8217;",
            "&#x80;",
            "&nosuch;",
            "&copy now",
            "a < b",
            "< 3",
            "&",
            "é 新",
            "&#10;",
            "&#x2019;&hellip;",
            "&#38;amp;",
            "&#12345678;&#xfffe;&#55357;&#x1F600;",
            "&amp&notit;&NotEqualTilde;",
            "&#;&;&#x;&AMP;&Nbsp;&#129;");
    private static final List<String> ODD = List.of(
            "<!-- a -->",
            "<!-->",
            "<<",
            "\0",
            "<p id=a/>",
            "<b / class=c>",
            "<i/class=c>",
            "<!DOCTYPE html>",
            "<!doctype html public \"-//W3C//DTD HTML 3.2//EN\">",
            "<?xml version=\"1.0\"?>",
            "<![endif]>",
            "<![CDATA[ a ]]>",
            "</ a>",
            "</>",
            "<p",
            "<a href='",
            "<svg><path d=1></svg>",
            "<svg><a>b</a></svg>",
            "<svg/>",
            "<!--");

    private final Random random;
    private final StringBuilder page = new StringBuilder();

    private HostileMarkup(long seed) {
        random = new Random(seed);
    }

    /** Writes the page of a seed: the higher, the more goes wrong. */
    static String page(long seed) {
        var markup = new HostileMarkup(seed);
        var random = markup.random;
        if (random.nextInt(4) > 0) {
            markup.page.append("<!DOCTYPE html>");
        }
        if (random.nextBoolean()) {
            markup.page.append("<html><head><title>a</title></head><body>");
        }
        markup.content(2 + random.nextInt(5), random.nextInt(12));
        if (random.nextInt(3) == 0) {
            markup.page.append("</body></html>\n");
            markup.content(1, random.nextInt(12));
        }
        var page = markup.page;
        return random.nextInt(8) == 0 ? page.substring(0, random.nextInt(page.length())) : page.toString();
    }

    /** Writes elements in one another; of a hundred tags so many are wrong. */
    private void content(int depth, int wrong) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            if (random.nextInt(100) < wrong) {
                oddity();
            } else if (depth == 0 || random.nextInt(3) == 0) {
                page.append(any(TEXTS));
            } else {
                element(depth, wrong);
            }
        }
    }

    private void element(int depth, int wrong) {
        var name = any(random.nextInt(60) == 0 ? RARE : random.nextInt(3) == 0 ? PHRASES : BLOCKS);
        page.append('<').append(random.nextInt(20) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name);
        for (int i = random.nextInt(3); i > 0; i--) {
            page.append(any(ATTRIBUTES));
        }
        page.append(random.nextInt(30) == 0 ? "/>" : ">");
        content(depth - 1, wrong);
        if (random.nextInt(100) >= 10 + wrong) {
            page.append("</").append(name).append('>');
        }
    }

    private void oddity() {
        switch (random.nextInt(3)) {
            case 0 -> page.append(any(ODD));
            case 1 -> page.append("</").append(anyName()).append('>');
            default ->
                page.append('<').append(anyName()).append(any(ATTRIBUTES)).append('>');
        }
    }

    private String anyName() {
        return any(List.of(BLOCKS, PHRASES, RARE).get(random.nextInt(3)));
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> names(String names) {
        return List.of(names.split(" "));
    }
}
