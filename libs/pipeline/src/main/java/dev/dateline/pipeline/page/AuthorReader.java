package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
            Pattern.compile("(?iu)\\s*(?:[;|/·•,、，]|\\s(?:and|und|et|y|и|e|&|және|жана|va|with|mit)\\s)\\s*");
    private static final Pattern NO_NAME =
            Pattern.compile("(?iu)https?:|www\\.|@|\\.(?:com|net|org|de|ru)\\b|[<>{}=\\[\\]]|\\d{2,}");
    private static final Pattern TAIL = Pattern.compile(
            "(?iu)\\s*(?:[|•·(–—]|\\s-\\s|\\b(?:published|updated|posted|on|am|at|veröffentlicht)\\b\\s*:?\\s*(?:[\\d(]|$|\\p{L}+ \\d)|\\d{1,2}[./]\\d).*$");
    private static final Set<String> CREDENTIALS = Set.of(
            "md", "phd", "rd", "rdn", "ms", "ma", "mba", "jr", "sr", "mph", "faclm", "m d", "ph d", "dvm", "vmd", "cpa",
            "rn", "dds", "esq", "ii", "iii", "fand", "cfp", "lcsw", "mha", "cpt", "np", "pt", "dpt", "bsc", "msc",
            "ldn", "cdn", "lmft", "psyd", "do");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final String SENTENCE_ENDS = ".!?…。";
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;
    private static final int MOST = 20;

    private final Set<String> accounts;
    private final Set<String> bylineWords;
    private final List<String> lasts;
    private final List<String> fors;
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
        this.fors = words.bylineFor();
        this.prefix =
                Pattern.compile("(?iu)^\\s*(?:(?:" + alternatives(words.bylinePrefixes()) + ")(?:\\s*[:：]\\s*|\\s+))+");
        this.writtenFor =
                Pattern.compile("(?iu)(?<=\\p{L})[\\s,(–—-]+(?:" + alternatives(words.bylineFor()) + ")(?!\\p{L}).*$");
        this.suffix = Pattern.compile("(?iu)(?:[\\s,]+(?:" + alternatives(words.bylineSuffixes()) + "))+\\s*$");
    }

    List<String> read(Page page, PageLayout layout, List<String> feed) {
        var outlets = outlets(page);
        for (var names : List.of(page.jsonLd().authors(), metas(page))) {
            var people = people(names, outlets);
            if (!people.isEmpty()) {
                return people;
            }
        }
        var printed = printed(page, outlets);
        if (!printed.isEmpty()) {
            return printed;
        }
        var line = byline(layout.shortLines(), outlets);
        return line.isEmpty() ? people(feed, outlets) : line;
    }

    private static List<String> metas(Page page) {
        var names = new ArrayList<String>();
        for (var name : META) {
            var content = page.meta().get(name);
            if (content != null) {
                names.add(content);
                return names.stream().toList();
            }
        }
        return names;
    }

    private List<String> printed(Page page, Set<String> outlets) {
        for (var text : PrintedBylines.of(page.scan())) {
            var people = people(List.of(text), outlets).stream()
                    .filter(name -> !bylineWords.contains(Line.plain(name)))
                    .toList();
            if (!people.isEmpty()) {
                return people;
            }
        }
        return List.of();
    }

    /** A short line that begins with "by" (or is nothing else and a name follows), or ends with a word such as "exclusive". */
    private List<String> byline(List<String> lines, Set<String> outlets) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
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
        return line.length() <= LONGEST / 2 && bylineWords.contains(Line.plain(line));
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
        var lower = bare.toLowerCase(Locale.ROOT);
        return (firsts.indexOf(lower.isEmpty() ? ' ' : lower.charAt(0)) >= 0
                        && prefix.matcher(bare).find())
                || (lasts.stream().anyMatch(lower::endsWith)
                        && suffix.matcher(bare).find())
                || (fors.stream().anyMatch(lower::contains)
                        && writtenFor.matcher(bare).find());
    }

    private static boolean isCapitalised(String name) {
        var words = name.split(" ");
        for (var word : words) {
            int first = word.codePointAt(0);
            if (Character.isLowerCase(first) && word.length() > 3) {
                return false;
            }
        }
        return words.length >= 2 || TextSize.isDense(name.codePointAt(0));
    }

    private List<String> people(List<String> names, Set<String> outlets) {
        var people = new LinkedHashMap<String, String>();
        for (var name : names) {
            for (var part : BETWEEN.split(
                    withoutClient(SPACES.matcher(name).replaceAll(" ").strip()))) {
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
        return people.values().stream().limit(MOST).toList();
    }

    /** "Ann Lee, special to The Gazette" without whom it was written for. */
    private String withoutClient(String byline) {
        var lower = byline.toLowerCase(Locale.ROOT);
        return fors.stream().anyMatch(lower::contains)
                ? writtenFor.matcher(byline).replaceFirst("")
                : byline;
    }

    private String person(String text) {
        var bare = text.strip();
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
        return bare.replaceAll("^[\\p{P}\\s]+|[,:;\\-–—\\s]+$", "");
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
