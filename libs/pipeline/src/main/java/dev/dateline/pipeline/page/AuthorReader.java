package dev.dateline.pipeline.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds who wrote an article: people, or a desk when the page prints one. Accounts of content systems, addresses and
 * the outlet's own name are no authors.
 */
final class AuthorReader {
    private static final List<String> META = List.of(
            "author",
            "article:author_name",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "dc.contributor",
            "byl",
            "citation_author",
            "cxenseparse:author",
            "article:author",
            "creator",
            "authors",
            "twitter:data1");
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
    /** "Lee, Ann" */
    private static final Pattern TURNED = Pattern.compile("^([\\p{L}'’-]+), ([\\p{L}'’.-]+(?: \\p{Lu}\\.)?)$");
    /** Links to what else an author wrote. */
    private static final Pattern ALL_POSTS = Pattern.compile(
            "(?iu)^(?:(?:view|see|read|show|browse|more)(?: all| more)?(?: of| from| about| by)?(?: posts| articles| stories)?(?: by| from)?|(?:zeige )?alle beiträge von|(?:posts|articles|stories) by|(?:afficher )?tous les articles de|ver todos los artículos de|все (?:статьи|материалы|публикации) автора|reply to)\\s+(.+?)(?:['’]s (?:posts|reviews|articles))?\\s*[→»]?$");
    /** "来源：晚报作者：陈静": several labels in one line, without spaces. */
    private static final Pattern DENSE =
            Pattern.compile("(?:作者|记者|記者|撰文)\\s?[:：]\\s?(\\p{IsHan}{2,4}(?:[、 ]\\p{IsHan}{1,4})*)(?!\\p{IsHan}|[:：])");
    /** Small words inside names. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "van", "von", "vom", "zu",
            "zum", "zur", "den", "der", "ter", "ten", "el", "al", "bin", "ibn", "af", "av", "y", "e", "oʻgʻli", "qizi",
            "kyzy", "uulu", "o'g'li", "оглы", "кызы", "уулу", "ұлы", "қызы", "улы", "фон", "де", "аль");

    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\s]+|[,:;\\-–—\\s]+$|(?<=\\p{Ll}{3})\\.$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final String SENTENCE_ENDS = ".!?…。";
    private static final int LONGEST = 60;
    /** A byline is read so far: names of many authors, but not a page's whole text in the wrong place. */
    private static final int LONGEST_BYLINE = 2_000;

    private static final int MOST_WORDS = 6;

    private final Set<String> accounts;
    private final Set<String> bylineWords;
    private final List<String> lasts;
    /** The last characters of these. */
    private final String lastCharacters;

    private final PhraseSpotter fors;
    private final String firsts;
    private final Pattern prefix;
    private final Pattern suffix;
    private final Pattern writtenFor;

    AuthorReader(PageWords words) {
        this.accounts = words.accounts().stream().map(Line::plain).collect(Collectors.toSet());
        this.bylineWords = words.bylinePrefixes().stream().map(Line::plain).collect(Collectors.toSet());
        this.firsts = words.bylinePrefixes().stream()
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        this.lasts = words.bylineSuffixes();
        this.lastCharacters =
                lasts.stream().map(word -> word.substring(word.length() - 1)).collect(Collectors.joining());
        this.fors = PhraseSpotter.of(words.bylineFor());
        this.prefix =
                Pattern.compile("(?iu)^\\s*(?:(?:" + alternatives(words.bylinePrefixes()) + ")(?:\\s*[:：]\\s*|\\s+))+");
        this.writtenFor =
                Pattern.compile("(?iu)(?<=\\p{L})[\\s,(–—-]+(?:" + alternatives(words.bylineFor()) + ")(?!\\p{L}).*$");
        this.suffix = Pattern.compile("(?iu)(?:[\\s,]+(?:" + alternatives(words.bylineSuffixes()) + "))+\\s*$");
    }

    /**
     * The surest place that names people. An account's name, or a first name, gives way to what the page prints; the
     * outlet's own name is an author only where nothing else is and the page says so itself.
     */
    List<String> read(Page page, PageLayout layout, List<String> feed) {
        var outlets = outlets(page);
        var claimed = people(page.jsonLd().authors(), outlets);
        claimed = claimed.isEmpty() ? people(metas(page), outlets) : claimed;
        if (!claimed.isEmpty() && claimed.stream().allMatch(AuthorReader::isFullName)) {
            return claimed;
        }
        var printed = printed(page, outlets);
        printed = printed.isEmpty() ? byline(layout.shortLines(), outlets) : printed;
        var self = people(page.jsonLd().persons(), Set.of());
        if (claimed.isEmpty() && !self.isEmpty() && (printed.isEmpty() || isPrinted(self, page))) {
            return self;
        }
        if (claimed.isEmpty() || isFuller(printed, claimed)) {
            claimed = printed.isEmpty() ? people(feed, outlets) : printed;
        }
        return claimed.isEmpty() && !outlets.isEmpty() ? outlet(page) : claimed;
    }

    /** Whether the page prints one of these names as its author: then its owner writes it. */
    private boolean isPrinted(List<String> names, Page page) {
        return printed(page, Set.of()).stream().anyMatch(names::contains);
    }

    private static boolean isFullName(String name) {
        return name.indexOf(' ') > 0 || TextSize.isDense(name.codePointAt(0));
    }

    /** Whether the page prints a claimed first name with its family name, or a name where the claim is an account's. */
    private static boolean isFuller(List<String> printed, List<String> claimed) {
        var name = claimed.get(0);
        return claimed.size() == 1
                && printed.stream()
                        .anyMatch(each -> isFullName(each)
                                && (isAccount(name) || Line.plain(each).startsWith(Line.plain(name) + " ")));
    }

    /** "jdoe", "ann.lee", "mk": no capital, or initials. */
    private static boolean isAccount(String name) {
        return name.length() < 3 || Character.isLowerCase(name.codePointAt(0));
    }

    private List<String> outlet(Page page) {
        var claimed = people(page.jsonLd().authors(), Set.of());
        claimed = claimed.isEmpty() ? printed(page, Set.of()) : claimed;
        return claimed.isEmpty() ? people(metas(page), Set.of()) : claimed;
    }

    private static List<String> metas(Page page) {
        for (var name : META) {
            var contents = page.metas(name);
            if (!contents.isEmpty()) {
                return contents.stream()
                        .map(content -> TURNED.matcher(content).replaceFirst("$2 $1"))
                        .toList();
            }
        }
        return List.of();
    }

    private List<String> printed(Page page, Set<String> outlets) {
        var texts = PrintedBylines.of(page.scan());
        List<String> single = List.of();
        for (var text : texts) {
            var people = people(List.of(text), outlets).stream()
                    .filter(name -> !bylineWords.contains(Line.plain(name)))
                    .map(name -> withoutRole(name, texts))
                    .toList();
            if (people.stream().anyMatch(AuthorReader::isFullName) || (!people.isEmpty() && isSigned(text))) {
                return people;
            }
            single = single.isEmpty() ? people : single;
        }
        return single;
    }

    /** "Ann Lee Chief Gardener" is "Ann Lee" when another element says no more than that. */
    private static String withoutRole(String name, List<String> texts) {
        for (var text : texts) {
            if (name.startsWith(text + " ") && isFullName(text)) {
                return text;
            }
        }
        return name;
    }

    /** A short line that begins with "by" (or is nothing else and a name follows), or ends with a word such as "exclusive". */
    private List<String> byline(List<String> lines, Set<String> outlets) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var named = line.indexOf('者') >= 0 || line.indexOf('撰') >= 0 ? DENSE.matcher(line) : null;
            if (named != null && named.find()) {
                return people(List.of(named.group(1)), outlets);
            }
            boolean announced = i > 0 && isBylineWord(lines.get(i - 1));
            if (line.length() <= LONGEST * 2 && (announced || isSigned(line))) {
                var people = people(List.of(line), outlets).stream()
                        .filter(AuthorReader::isCapitalised)
                        .toList();
                if (!people.isEmpty()) {
                    return people;
                }
            }
        }
        return List.of();
    }

    private boolean isBylineWord(String line) {
        return line.length() <= LONGEST / 2 && mayBeBylineWord(line) && bylineWords.contains(Line.plain(line));
    }

    /** Whether the first letter is one of theirs: spares nearly all lines the rest. */
    private boolean mayBeBylineWord(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                return c >= 128 || firsts.indexOf(Character.toLowerCase(c)) >= 0;
            }
        }
        return false;
    }

    /** Whether a line is a byline and nothing else. */
    boolean isByline(String line) {
        return line.length() <= LONGEST * 2
                && !line.isEmpty()
                && SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0
                && isSigned(line)
                && people(List.of(line), Set.of()).stream().anyMatch(AuthorReader::isCapitalised);
    }

    /** Whether a byline's word begins or ends a line, or says whom it was written for. The first look spares nearly all lines the expressions. */
    private boolean isSigned(String line) {
        var bare = line.strip();
        return !bare.isEmpty()
                && ((firsts.indexOf(Character.toLowerCase(bare.charAt(0))) >= 0
                                && prefix.matcher(bare).find())
                        || (endsLikeByline(bare) && suffix.matcher(bare).find())
                        || (fors.groupsIn(bare) != 0 && writtenFor.matcher(bare).find()));
    }

    private boolean endsLikeByline(String line) {
        if (lastCharacters.indexOf(Character.toLowerCase(line.charAt(line.length() - 1))) < 0) {
            return false;
        }
        for (var last : lasts) {
            if (line.regionMatches(true, line.length() - last.length(), last, 0, last.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapitalised(String name) {
        var words = name.split(" ");
        for (var word : words) {
            int first = word.codePointAt(0);
            if (Character.isLowerCase(first) && !PARTICLES.contains(word)) {
                return false;
            }
        }
        return words.length >= 2 || TextSize.isDense(name.codePointAt(0));
    }

    private List<String> people(List<String> names, Set<String> outlets) {
        var people = new LinkedHashMap<String, String>();
        for (var name : names) {
            var some = name.length() > LONGEST_BYLINE ? name.substring(0, LONGEST_BYLINE) : name;
            var byline = withoutDate(SPACES.matcher(some).replaceAll(" ").strip());
            for (var part : BETWEEN.split(withoutClient(byline))) {
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

    /** "Ann Lee, special to The Gazette" without whom it was written for. */
    private String withoutClient(String byline) {
        return fors.groupsIn(byline) != 0 ? writtenFor.matcher(byline).replaceFirst("") : byline;
    }

    private String person(String text) {
        var bare = ALL_POSTS.matcher(text.strip()).replaceFirst("$1");
        bare = prefix.matcher(bare).replaceFirst("");
        bare = TAIL.matcher(bare).replaceFirst("");
        bare = suffix.matcher(bare).replaceFirst("").strip();
        if (bare.length() > LONGEST
                || bare.length() < 2
                || bare.split(" ").length > MOST_WORDS
                || NO_NAME.matcher(bare).find()
                || isTime(bare)) {
            return "";
        }
        return EDGES.matcher(bare).replaceAll("");
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

    private static Set<String> outlets(Page page) {
        var names = new HashSet<String>();
        for (var name :
                new String[] {page.meta().get("og:site_name"), page.jsonLd().publisher()}) {
            if (name != null) {
                names.add(Line.plain(name).replace(" ", ""));
            }
        }
        return names;
    }

    private static String alternatives(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
