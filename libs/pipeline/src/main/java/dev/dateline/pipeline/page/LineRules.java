package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a text what belongs to the page: share bars, disclaimers, lines of origin, and what follows "read also" at
 * the end. Goes by form and position, so that the same words inside a paragraph stay.
 */
final class LineRules {
    /** Blocks at the beginning and at the end that count as head and tail. */
    private static final int HEAD = 5;

    private static final int TAIL = 12;
    /** A longer block is a paragraph, whatever it begins with. */
    private static final int SHORT = 300;

    private static final int LONGEST_DATE = 45;
    private static final long DISCLAIMER = 1;
    private static final long INVITATION = 2 | 4;
    private static final Pattern DATES = Pattern.compile("\\s*[|•·/]\\s+");
    private static final int LONGEST_INVITATION = 160;
    private static final int LONGEST_LABEL = 30;
    /** An ending may hold this share of the running text. */
    private static final double ENDING = 0.25;
    /** What only begins like an ending is one when it holds no more than this. */
    private static final double LAST = 0.08;

    private final Set<String> alone;
    private final Set<String> closings;
    /** The closings of more than one word: they are closings at the beginning of a line too. */
    private final Beginnings phrases;

    private final Set<String> networks;
    private final String networkLetters;
    private final Beginnings beginnings;
    private final Labels labels;
    private final AuthorReader authors;
    private final ProvenanceReader provenance;
    /** What a line may say, as groups. */
    private final PhraseSpotter phrasesInside;

    LineRules(PageWords words, Labels labels, AuthorReader authors, ProvenanceReader provenance) {
        this.provenance = provenance;
        this.phrasesInside = PhraseSpotter.of(
                plain(words.lines().disclaimers()),
                plain(words.lines().channels()),
                plain(words.lines().invitations()));
        this.authors = authors;
        this.alone = plain(words.lines().alone());
        this.closings = plain(words.lines().closings());
        this.phrases = new Beginnings(closings.stream()
                .filter(phrase -> phrase.indexOf(' ') > 0 || TextSize.isDense(phrase.codePointAt(0)))
                .toList());
        this.networks = plain(words.lines().networks());
        this.networkLetters =
                networks.stream().map(name -> name.substring(0, 1)).collect(Collectors.joining());
        this.beginnings = new Beginnings(plain(words.lines().beginnings()));
        this.labels = labels;
    }

    /**
     * Gives the blocks that are left.
     *
     * @param authors who wrote it: a line of nothing but a name goes
     */
    List<TextBlock> apply(List<TextBlock> blocks, String title, List<String> authors) {
        var names = plain(authors);
        var lines = plain(blocks);
        var cut = withoutEnding(blocks, lines);
        var kept = new ArrayList<TextBlock>();
        var plainTitle = Line.plain(title);
        for (int i = 0; i < cut.size(); i++) {
            var block = cut.get(i);
            var plain = lines[i];
            if ((block.size() > SHORT || !isBoilerplate(cut, i, blocks.size(), plain, names))
                    && !(i < HEAD && plain.equals(plainTitle))) {
                kept.add(block);
            }
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1).kind() == Kind.HEADING) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    private boolean isBoilerplate(List<TextBlock> blocks, int at, int end, String plain, Set<String> names) {
        var block = blocks.get(at);
        var text = block.text();
        if (plain.isEmpty() || alone.contains(plain) || isShareBar(plain) || isInvitation(block, plain)) {
            return true;
        }
        if (leadsElsewhere(block) || provenance.isReport(text)) {
            return true;
        }
        if (isClosing(block, plain)) {
            return block.kind() == Kind.HEADING || text.endsWith(":") || block.mostlyLinks() || beginsClosing(text);
        }
        if (at < HEAD && isOfHead(text, names)) {
            return true;
        }
        boolean edge = at < HEAD || at >= end - TAIL || at >= blocks.size() - TAIL;
        return edge
                && (labels.of(text) != null
                        || (phrasesInside.groupsIn(plain) & DISCLAIMER) != 0
                        || beginnings.areOf(plain));
    }

    /** Whether every line is a byline, a date or the name of an author. */
    private boolean isOfHead(String text, Set<String> names) {
        for (var line : text.split("\n")) {
            if (!authors.isByline(line) && !isDate(line) && !names.contains(Line.plain(line))) {
                return false;
            }
        }
        return true;
    }

    /** A line that holds a date and hardly more, or several: of publication and of change. */
    private static boolean isDate(String line) {
        if (line.length() < LONGEST_DATE) {
            return DateParser.parse(line) != null;
        }
        for (var part : DATES.split(line)) {
            if (part.length() >= LONGEST_DATE || DateParser.parse(part) == null) {
                return false;
            }
        }
        return true;
    }

    private boolean isShareBar(String plain) {
        if (networkLetters.indexOf(plain.charAt(0)) < 0) {
            return false;
        }
        int start = 0;
        while (start < plain.length()) {
            int space = plain.indexOf(' ', start);
            int end = space < 0 ? plain.length() : space;
            if (!networks.contains(plain.substring(start, end))) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    /** "Follow our channel in Telegram." */
    private boolean isInvitation(TextBlock block, String plain) {
        return block.kind() == Kind.PARAGRAPH
                && block.size() < LONGEST_INVITATION
                && (phrasesInside.groupsIn(plain) & INVITATION) == INVITATION;
    }

    /** A few words, a colon and nothing but a link: "Read also: ..." in any language. */
    private static boolean leadsElsewhere(TextBlock block) {
        if (block.kind() != Kind.PARAGRAPH || !block.mostlyLinks()) {
            return false;
        }
        var text = block.text();
        int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
        return colon > 0
                && colon < LONGEST_LABEL
                && text.indexOf(' ', colon + 2) > 0
                && text.chars()
                                .skip(colon + 1L)
                                .filter(c -> !Character.isWhitespace(c))
                                .count()
                        == block.linkLength();
    }

    /** "Read also" as a whole line, or before a colon, or at the beginning of a heading or of a line of links. */
    private boolean isClosing(TextBlock block, String plain) {
        if (closings.contains(plain) || beginsClosing(block.text())) {
            return true;
        }
        if (block.kind() != Kind.HEADING
                && !block.mostlyLinks()
                && !block.text().endsWith(":")) {
            return false;
        }
        return phrases.areOf(plain);
    }

    private boolean beginsClosing(String text) {
        int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
        return colon > 0 && colon < 40 && closings.contains(Line.plain(text.substring(0, colon)));
    }

    /** The text up to the first closing line that little running text follows. */
    private List<TextBlock> withoutEnding(List<TextBlock> blocks, String[] lines) {
        int total = blocks.stream().mapToInt(TextBlock::prose).sum();
        int before = 0;
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (total - before <= total * ENDING && block.size() < SHORT / 3) {
                boolean whole = closings.contains(lines[i]) || beginsClosing(block.text());
                if (whole || (total - before <= total * LAST && isClosing(block, lines[i]))) {
                    return blocks.subList(0, i);
                }
            }
            before += block.prose();
        }
        return blocks;
    }

    /** The blocks in the form in which they are compared; paragraphs behind the head are not compared, and empty. */
    private static String[] plain(List<TextBlock> blocks) {
        var plain = new String[blocks.size()];
        for (int i = 0; i < plain.length; i++) {
            var block = blocks.get(i);
            plain[i] = block.size() > SHORT && i >= HEAD ? "" : Line.plain(block.text());
        }
        return plain;
    }

    private static Set<String> plain(Iterable<String> phrases) {
        var plain = new HashSet<String>();
        phrases.forEach(phrase -> plain.add(Line.plain(phrase)));
        return plain;
    }
}
