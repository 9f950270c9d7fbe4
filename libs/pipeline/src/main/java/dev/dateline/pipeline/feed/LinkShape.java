package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says how much an address looks like that of an article. Sites write their articles' addresses by a date, a number, or the words of
 * the headline; lists of articles have a name of one or two words.
 */
final class LinkShape {
    /** Parts of a path that lists and services are kept under, everywhere. */
    private static final Set<String> NO_ARTICLES = Set.of(
            "tag",
            "tags",
            "topic",
            "topics",
            "category",
            "categories",
            "label",
            "labels",
            "author",
            "authors",
            "user",
            "users",
            "profile",
            "login",
            "logout",
            "signin",
            "sign-in",
            "signup",
            "register",
            "account",
            "subscribe",
            "subscription",
            "search",
            "page",
            "newsletter",
            "newsletters",
            "cart",
            "wp-admin",
            "wp-login.php");
    /** How the parameters are called that page through a list. */
    private static final Pattern PAGING =
            Pattern.compile("(?i)(?:^|&)(?:page|paged|offset|start|sort|order|lang|share|replytocom)=");

    private static final Pattern FILE = Pattern.compile(
            "(?i)\\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|m3u8|zip|gz|docx?|xlsx?|pptx?|xml|rss|atom|json|css|js|ics|apk)$");
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:s?html?|php|aspx?|jsp|do)$");
    private static final Pattern DATE = Pattern.compile(
            "(?:^|[/._-])(?:19|20)\\d\\d[/._-]?(?:0?[1-9]|1[0-2])(?:[/._-]?(?:0?[1-9]|[12]\\d|3[01]))?(?=$|[/._-])");
    /** What is a date and no more lists all of a day, month or year. */
    private static final Pattern LIST_OF_A_TIME =
            Pattern.compile("/(?:19|20)\\d\\d(?:[/._-](?:0?[1-9]|1[0-2])(?:[/._-](?:0?[1-9]|[12]\\d|3[01]))?)?/?$");

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{5,}(?!\\d)");
    private static final Pattern CODE =
            Pattern.compile("(?=.*\\d.*\\d)(?=.*[a-z])[a-z\\d]{10,}|[\\da-f]{8}-[\\da-f-]{13,}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_+.,~ ]+");
    /** One word of a script that is written without spaces, or whose spaces were left out, may be a whole headline. */
    private static final int LONG_WORD = 12;

    private LinkShape() {}

    /** Says whether an address cannot be that of an article, whatever the text of its link. */
    static boolean isNone(WebUrl url) {
        var parts = parts(url);
        return parts.isEmpty()
                || parts.stream().anyMatch(NO_ARTICLES::contains)
                || (url.query() != null && PAGING.matcher(url.query()).find())
                || LIST_OF_A_TIME.matcher(url.path()).find()
                || FILE.matcher(url.path()).find();
    }

    /** Gives 0 to 6 points. */
    static int points(WebUrl url) {
        var parts = parts(url);
        var path = ENDING.matcher(String.join("/", parts)).replaceFirst("");
        var last = path.substring(path.lastIndexOf('/') + 1);
        var words = words(last);
        var isNumbered = NUMBER.matcher(last).find()
                || CODE.matcher(last).matches()
                || (url.query() != null && NUMBER.matcher(url.query()).find());
        var date = DATE.matcher(path);
        return (date.find() ? 2 : 0) + (isNumbered ? 2 : 0) + Math.max(0, Math.min(words - 2, 2));
    }

    /** Counts the words in the last part of a path, numbers left out. */
    private static int words(String part) {
        return Arrays.stream(BETWEEN_WORDS.split(part))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .mapToInt(word -> word.length() >= LONG_WORD && word.charAt(0) > 0x7f ? 4 : 1)
                .sum();
    }

    private static List<String> parts(WebUrl url) {
        return Arrays.stream(url.path().split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> decoded(part).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The address was read before, so that each percent sign encodes something. */
    private static String decoded(String part) {
        return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
