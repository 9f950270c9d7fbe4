package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headline. The heading that readers see is taken when the head of the page agrees with it; the head's own
 * titles come after it, without the name of the site.
 */
final class TitleReader {
    private static final String SEPARATORS = "|│–—-:·•»«/~_";
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|│–—\\-:·•»«/~]+\\s+|\\s*[|»]\\s*|\\s+[-–—]\\s*|_");
    /** «So» or »so«, close around the words as marks are and separators are not. */
    private static final Pattern QUOTED = Pattern.compile("«(?! )[^«»]*(?<! )»|»(?! )[^«»]*(?<! )«");

    /** The meta elements that name the site. */
    static final List<String> SITE = List.of("og:site_name", "application-name");

    static final List<String> META =
            List.of("og:title", "twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title", "title");
    private static final Pattern HOST = Pattern.compile("^https?://(?:www\\d?\\.)?([^/:]+)");
    private static final int LONGEST = 1_000;

    private TitleReader() {}

    /** Gives the title, or an empty string when the page has none. */
    static String read(Page page, @Nullable String feedTitle) {
        var site = siteNames(page);
        var claims = claims(page);
        var heading = heading(page, claims);
        if (heading != null) {
            return limited(withoutKicker(withoutSite(heading, site), claims, site));
        }
        for (var claim : claims) {
            var bare = withoutSite(claim, site);
            if (!bare.isEmpty()) {
                return limited(bare);
            }
        }
        return feedTitle == null ? "" : limited(tidy(feedTitle));
    }

    /** A heading may hold a kicker or a date as well; the head's title is then the end of it. */
    private static String withoutKicker(String heading, List<String> claims, List<String> site) {
        var plain = Line.plain(heading);
        for (var claim : new LinkedHashSet<>(claims)) {
            var bare = withoutSite(claim, site);
            var plainBare = Line.plain(bare);
            if (plain.endsWith(" " + plainBare) && plainBare.length() * 2 > plain.length()) {
                return bare;
            }
        }
        return heading;
    }

    private static List<String> claims(Page page) {
        var claims = new ArrayList<String>();
        for (var name : META) {
            add(page.meta().get(name), claims);
        }
        add(page.jsonLd().headline(), claims);
        var title = page.scan().title;
        add(title == null ? null : title.text(), claims);
        return claims;
    }

    private static void add(@Nullable String claim, List<String> claims) {
        var tidy = claim == null ? "" : tidy(claim);
        if (!tidy.isEmpty()) {
            claims.add(tidy);
        }
    }

    /** The h1 (else h2) that most claims contain; the only h1 even when no claim does. */
    private static @Nullable String heading(Page page, List<String> claims) {
        var plainClaims =
                claims.stream().map(Line::plain).distinct().map(TitleWords::of).toList();
        var h1 = texts(page.scan().mainHeadings);
        var best = best(h1, plainClaims);
        if (best == null) {
            best = best(texts(page.scan().headings), plainClaims);
        }
        if (best == null && h1.size() == 1 && claims.size() < 2 && TextSize.of(h1.get(0)) > 20) {
            return h1.get(0);
        }
        return best;
    }

    private static List<String> texts(List<Element> elements) {
        return elements.stream()
                .limit(50)
                .map(Element::text)
                .map(TitleReader::tidy)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static @Nullable String best(List<String> headings, List<TitleWords> claims) {
        @Nullable String best = null;
        double most = 0.45;
        for (var heading : headings) {
            var said = TitleWords.of(Line.plain(heading));
            for (var claim : claims) {
                double agreement = said.agreement(claim);
                if (agreement > most) {
                    best = heading;
                    most = agreement;
                }
            }
        }
        return best;
    }

    private static List<String> siteNames(Page page) {
        var names = new ArrayList<String>();
        for (var meta : SITE) {
            addSite(page.meta().get(meta), names);
        }
        addSite(page.jsonLd().publisher(), names);
        addSite(host(page.url()), names);
        return names;
    }

    private static void addSite(@Nullable String name, List<String> names) {
        var plain = name == null ? "" : Line.plain(name).replace(" ", "");
        if (!plain.isEmpty()) {
            names.add(plain);
        }
    }

    private static @Nullable String host(String url) {
        var match = HOST.matcher(url);
        return match.find() ? match.group(1) : null;
    }

    /** Takes the site's name from the end (or the beginning) of a title. */
    static String withoutSite(String title, List<String> siteNames) {
        var cuts = cuts(title);
        var bare = title;
        for (int i = cuts.size() - 1; i >= 0; i--) {
            var tail = bare.substring(Math.min(bare.length(), cuts.get(i)[1]));
            var head = bare.substring(0, cuts.get(i)[0]);
            if (isSite(tail, siteNames) || (i == cuts.size() - 1 && isSuffix(head, tail))) {
                bare = head.strip();
            } else {
                break;
            }
        }
        if (bare.equals(title) && !cuts.isEmpty() && isSite(title.substring(0, cuts.get(0)[0]), siteNames)) {
            bare = title.substring(cuts.get(0)[1]).strip();
        }
        return bare;
    }

    /** Where separators stand; quotation marks are none, nor is what stands between them. */
    private static List<int[]> cuts(String title) {
        if (!hasSeparator(title)) {
            return List.of();
        }
        var quoted = new ArrayList<int[]>();
        var quotes = QUOTED.matcher(title);
        while (quotes.find()) {
            quoted.add(new int[] {quotes.start(), quotes.end()});
        }
        var cuts = new ArrayList<int[]>();
        var match = SEPARATOR.matcher(title);
        while (match.find()) {
            int start = match.start();
            int end = match.end();
            if (quoted.stream().noneMatch(quote -> start < quote[1] && end > quote[0])) {
                cuts.add(new int[] {start, end});
            }
        }
        return cuts;
    }

    private static boolean hasSeparator(String title) {
        for (int i = 0; i < title.length(); i++) {
            if (SEPARATORS.indexOf(title.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSite(String part, List<String> siteNames) {
        var plain = Line.plain(part).replace(" ", "");
        return !plain.isEmpty()
                && siteNames.stream()
                        .anyMatch(site -> site.equals(plain)
                                || (plain.length() > 3 && (site.startsWith(plain) || plain.contains(site))));
    }

    /** A short part behind a separator, much shorter than what stands before it. */
    private static boolean isSuffix(String head, String tail) {
        return TextSize.of(tail) < 30 && TextSize.of(head) > 2 * TextSize.of(tail) && tail.split(" ").length <= 4;
    }

    private static String tidy(String title) {
        var tidy = new StringBuilder(title.length());
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (space && !tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            } else if (!space && c != '\u00ad' && c != '\u200b' && c != '\ufeff') {
                tidy.append(c);
            }
        }
        return tidy.toString().strip();
    }

    private static String limited(String title) {
        return title.length() > LONGEST ? title.substring(0, LONGEST).strip() : title;
    }
}
