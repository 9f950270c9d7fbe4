package dev.dateline.pipeline.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds who wrote an article: people, or a desk when the page prints one. Accounts of content systems, addresses and
 * the outlet's own name are no authors.
 */
final class AuthorReader {
    static final List<String> META = List.of(
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
    /** "Lee, Ann" */
    private static final Pattern TURNED = Pattern.compile("^([\\p{L}'’-]+), ([\\p{L}'’.-]+(?: \\p{Lu}\\.)?)$");
    /** "来源：晚报作者：陈静": several labels in one line, without spaces. */
    private static final Pattern DENSE = Pattern.compile(
            "(?:作者|记者|記者|撰文)\\s?[:：]\\s?(\\p{IsHan}{2,4}(?:[、 ]\\p{IsHan}{1,4}){0,20})(?!\\p{IsHan}|[:：])");

    private static final String SENTENCE_ENDS = ".!?…。";
    private static final int LONGEST_LINE = 120;

    private final BylineWords words;
    private final PersonNames names;

    AuthorReader(PageWords words) {
        this.words = new BylineWords(words);
        this.names = new PersonNames(words, this.words);
    }

    /**
     * The surest place that names people. An account's name, or a first name, gives way to what the page prints; the
     * outlet's own name is an author only where nothing else is and the page says so itself.
     */
    List<String> read(Page page, PageLayout layout, List<String> feed) {
        var outlets = outlets(page);
        var claimed = names.people(page.jsonLd().authors(), outlets);
        claimed = claimed.isEmpty() ? names.people(metas(page), outlets) : claimed;
        if (!claimed.isEmpty() && claimed.stream().allMatch(PersonNames::isFull)) {
            return claimed;
        }
        var printed = printed(page, outlets);
        printed = printed.isEmpty() ? byline(layout.shortLines(), outlets) : printed;
        var self = names.people(page.jsonLd().persons(), Set.of());
        if (claimed.isEmpty() && !self.isEmpty() && (printed.isEmpty() || isPrinted(self, page))) {
            return self;
        }
        if (claimed.isEmpty() || isFuller(printed, claimed)) {
            claimed = printed.isEmpty() ? names.people(feed, outlets) : printed;
        }
        return claimed.isEmpty() && !outlets.isEmpty() ? outlet(page) : claimed;
    }

    /** Whether the page prints one of these names as its author: then its owner writes it. */
    private boolean isPrinted(List<String> people, Page page) {
        return printed(page, Set.of()).stream().anyMatch(people::contains);
    }

    /** Whether the page prints a claimed first name with its family name, or a name where the claim is an account's. */
    private static boolean isFuller(List<String> printed, List<String> claimed) {
        var name = claimed.get(0);
        return claimed.size() == 1
                && printed.stream()
                        .anyMatch(each -> PersonNames.isFull(each)
                                && (isAccount(name) || Line.plain(each).startsWith(Line.plain(name) + " ")));
    }

    /** "jdoe", "ann.lee", "mk": no capital, or initials. */
    private static boolean isAccount(String name) {
        return name.length() < 3 || Character.isLowerCase(name.codePointAt(0));
    }

    private List<String> outlet(Page page) {
        var claimed = names.people(page.jsonLd().authors(), Set.of());
        claimed = claimed.isEmpty() ? printed(page, Set.of()) : claimed;
        return claimed.isEmpty() ? names.people(metas(page), Set.of()) : claimed;
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
            var people = names.people(List.of(text), outlets).stream()
                    .filter(name -> !words.isWord(name))
                    .map(name -> withoutRole(name, texts))
                    .toList();
            if (people.stream().anyMatch(PersonNames::isFull) || (!people.isEmpty() && words.isSigned(text))) {
                return people;
            }
            single = single.isEmpty() ? people : single;
        }
        return single;
    }

    /** "Ann Lee Chief Gardener" is "Ann Lee" when another element says no more than that. */
    private static String withoutRole(String name, List<String> texts) {
        for (var text : texts) {
            if (name.startsWith(text + " ") && PersonNames.isFull(text)) {
                return text;
            }
        }
        return name;
    }

    /** A short line that begins with "by" (or is nothing else and a name follows), or ends with a word such as "exclusive". */
    private List<String> byline(List<String> lines, Set<String> outlets) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var dense = line.indexOf('者') >= 0 || line.indexOf('撰') >= 0 ? DENSE.matcher(line) : null;
            if (dense != null && dense.find()) {
                return names.people(List.of(dense.group(1)), outlets);
            }
            boolean announced = i > 0 && words.isWordAlone(lines.get(i - 1));
            if (line.length() <= LONGEST_LINE && (announced || words.isSigned(line))) {
                var people = names.people(List.of(line), outlets).stream()
                        .filter(PersonNames::isCapitalised)
                        .toList();
                if (!people.isEmpty()) {
                    return people;
                }
            }
        }
        return List.of();
    }

    /** Whether a line is a byline and nothing else. */
    boolean isByline(String line) {
        return line.length() <= LONGEST_LINE
                && !line.isEmpty()
                && SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0
                && words.isSigned(line)
                && names.people(List.of(line), Set.of()).stream().anyMatch(PersonNames::isCapitalised);
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
}
