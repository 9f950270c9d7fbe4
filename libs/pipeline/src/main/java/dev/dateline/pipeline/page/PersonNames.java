package dev.dateline.pipeline.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes names of people out of what stands where an author's name does. */
final class PersonNames {
    private static final Pattern BETWEEN =
            Pattern.compile("(?iu)\\s*(?:[;|/·•⋅∙,、，،]|\\s(?:and|und|et|y|и|e|&|және|жана|va|with|mit)\\s)\\s*");
    private static final Pattern NO_NAME =
            Pattern.compile("(?iu)https?:|www\\.|@|\\.(?:com|net|org|de|ru)\\b|[<>{}=\\[\\]]|\\d{2,}");
    private static final Pattern TAIL = Pattern.compile(
            "(?iu)\\s*(?:[|•·(–—]|\\s-\\s|\\b(?:last )?(?:published|updated|posted|on|am|at|le|veröffentlicht|aktualisiert)\\b\\s*:?\\s*(?:[\\d(]|(?:on|am|at)?\\s*$|\\p{L}+ \\d)|\\s(?:on|am|den)\\s\\p{L}{3,10}\\.?,?\\s*$|\\d{1,2}[./]\\d).*$");
    private static final Set<String> CREDENTIALS = Set.of(
            "md", "phd", "rd", "rdn", "ms", "ma", "mba", "jr", "sr", "mph", "faclm", "m d", "ph d", "dvm", "vmd", "cpa",
            "rn", "dds", "esq", "ii", "iii", "fand", "cfp", "lcsw", "mha", "cpt", "np", "pt", "dpt", "bsc", "msc",
            "ldn", "cdn", "lmft", "psyd", "do");
    /** Links to what else an author wrote. */
    private static final Pattern ALL_POSTS = Pattern.compile(
            "(?iu)^(?:(?:view|see|read|show|browse|more)(?: all| more)?(?: of| from| about| by)?(?: posts| articles| stories)?(?: by| from)?|(?:zeige )?alle beiträge von|(?:posts|articles|stories) by|(?:afficher )?tous les articles de|ver todos los artículos de|все (?:статьи|материалы|публикации) автора|reply to)\\s+(.+?)(?:['’]s (?:posts|reviews|articles))?\\s*[→»]?$");
    /** Small words inside names. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "van", "von", "vom", "zu",
            "zum", "zur", "den", "der", "ter", "ten", "el", "al", "bin", "ibn", "af", "av", "y", "e", "oʻgʻli", "qizi",
            "kyzy", "uulu", "o'g'li", "оглы", "кызы", "уулу", "ұлы", "қызы", "улы", "фон", "де", "аль");

    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\s]+|[,:;\\-–—\\s]+$|(?<=\\p{Ll}{3})\\.$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final int LONGEST = 60;
    /** A byline is read so far: names of many authors, but not a page's whole text in the wrong place. */
    private static final int LONGEST_BYLINE = 2_000;

    private static final int MOST_WORDS = 6;

    private final Set<String> accounts;
    private final BylineWords bylines;

    PersonNames(PageWords words, BylineWords bylines) {
        this.accounts = words.accounts().stream().map(Line::plain).collect(Collectors.toSet());
        this.bylines = bylines;
    }

    /** Whether a name has a family name too. */
    static boolean isFull(String name) {
        return name.indexOf(' ') > 0 || TextSize.isDense(name.codePointAt(0));
    }

    /** Whether each word begins as those of names do. */
    static boolean isCapitalised(String name) {
        var words = name.split(" ");
        for (var word : words) {
            int first = word.codePointAt(0);
            if (Character.isLowerCase(first) && !PARTICLES.contains(word)) {
                return false;
            }
        }
        return words.length >= 2 || TextSize.isDense(name.codePointAt(0));
    }

    /**
     * Gives the people that texts name, each once, as they are written.
     *
     * @param outlets plain names without spaces that are no people
     */
    List<String> people(List<String> names, Set<String> outlets) {
        var people = new LinkedHashMap<String, String>();
        for (var name : names) {
            var some = name.length() > LONGEST_BYLINE ? name.substring(0, LONGEST_BYLINE) : name;
            var byline = bylines.withoutClient(withoutDate(spaced(some).strip()));
            for (var part : PlainNames.isOne(byline) ? new String[] {byline} : BETWEEN.split(byline)) {
                var person = person(part);
                var plain = Line.plain(person);
                if (!plain.isEmpty()
                        && !CREDENTIALS.contains(plain.replace(".", ""))
                        && !accounts.contains(plain)
                        && !outlets.contains(plain.replace(" ", ""))) {
                    people.putIfAbsent(plain, person);
                }
            }
        }
        return people.values().stream().limit(CleanerLimits.AUTHORS).toList();
    }

    private String person(String text) {
        var bare = ALL_POSTS.matcher(text.strip()).replaceFirst("$1");
        bare = bylines.withoutPrefix(bare);
        bare = PlainNames.isAll(bare) ? bare : TAIL.matcher(bare).replaceFirst("");
        bare = bylines.withoutSuffix(bare);
        if (bare.length() > LONGEST
                || bare.length() < 2
                || bare.split(" ").length > MOST_WORDS
                || (!PlainNames.isReadable(bare) && NO_NAME.matcher(bare).find())
                || isTime(bare)) {
            return "";
        }
        return PlainNames.isBare(bare) ? bare : EDGES.matcher(bare).replaceAll("");
    }

    private static String spaced(String text) {
        return PlainNames.isSpaced(text) ? text : SPACES.matcher(text).replaceAll(" ");
    }

    /** What stands before a date: "Ann Lee December 17, 2025". */
    private static String withoutDate(String text) {
        var dates = DateParser.all(text, DayOrder.DAY_FIRST);
        return dates.isEmpty() || dates.get(0).start() < 3
                ? text
                : DateWords.withoutLabel(text.substring(0, dates.get(0).start()));
    }

    /** "7 minutes", "November 9". */
    private static boolean isTime(String text) {
        return Character.isDigit(text.charAt(0))
                || (Character.isDigit(text.charAt(text.length() - 1)) && MonthNames.isIn(text));
    }
}
