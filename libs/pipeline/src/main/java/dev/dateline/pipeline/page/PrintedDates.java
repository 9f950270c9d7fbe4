package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.DateWords.Meaning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dates that readers see beside the headline. What stands there is what the outlet tells of its article, so it weighs
 * more than what a program wrote into the head of the page: that is often the day when a record was made, or copied.
 */
final class PrintedDates {
    /**
     * A date that is printed.
     *
     * @param meaning what the words around it make of it
     */
    record Printed(PageDate date, Meaning meaning) {}

    private static final int BEFORE = 4;
    private static final int BEHIND = 14;
    /** The date stands before the text, at most behind a summary or a word about the author: so much running text. */
    private static final int SUMMARY = 500;

    /** A later heading than those right under the headline may be a second line; behind more stands something else. */
    private static final int HEADINGS = 1;

    /** Some pages have their headline several times, once for each width of screen. */
    private static final int HEADLINES = 3;

    private static final int NEAREST = 2;

    private static final int LONGEST = 200;
    /** So much may stand in a line beside its date; a line with more tells of something. */
    private static final int COMPANY = 60;
    /** So much more than the title may stand in the headline's block. */
    private static final int AROUND_TITLE = 40;

    private final List<TextBlock> blocks;
    private final DayOrder order;
    private final List<Printed> behind = new ArrayList<>();
    private final List<Printed> before = new ArrayList<>();

    private PrintedDates(List<TextBlock> blocks, DayOrder order) {
        this.blocks = blocks;
        this.order = order;
    }

    static PrintedDates of(PageLayout layout, String title, DayOrder order) {
        var dates = new PrintedDates(layout.blocks(), order);
        var headlines = headlines(layout.blocks(), title);
        for (int i = 0; i < headlines.size() && dates.behind.isEmpty() && dates.before.isEmpty(); i++) {
            dates.readBehind(headlines.get(i));
            dates.readBefore(headlines.get(i));
        }
        return dates;
    }

    /** The date below the headline: one that is called the day of publication, else the first that nothing is said of. */
    @Nullable
    PageDate published(Predicate<PageDate> fits) {
        var called = first(behind, Meaning.PUBLISHED, fits);
        called = called != null ? called : first(before, Meaning.PUBLISHED, fits);
        return called != null ? called : first(behind, Meaning.UNSAID, fits);
    }

    /** Whether one of the dates nearest to the headline, but not one of a change, names this day. */
    boolean confirms(LocalDate day) {
        return Stream.concat(behind.stream().limit(NEAREST), before.stream().limit(1))
                .anyMatch(printed -> printed.meaning() != Meaning.OTHER
                        && printed.date().day().equals(day));
    }

    /** The date above the headline, where many sites print the day of today as well; several are of a list. */
    @Nullable
    PageDate above(Predicate<PageDate> fits) {
        boolean isList =
                before.stream().map(printed -> printed.date().day()).distinct().count() > 1;
        return isList ? null : first(before, Meaning.UNSAID, fits);
    }

    /** The date of a change, wherever it stands beside the headline. */
    @Nullable
    PageDate changed(Predicate<PageDate> fits) {
        var changed = first(behind, Meaning.OTHER, fits);
        return changed != null ? changed : first(before, Meaning.OTHER, fits);
    }

    /** The first day that a line anywhere on the page says this of. */
    static @Nullable PageDate labelled(List<String> lines, Meaning meaning, DayOrder order, Predicate<PageDate> fits) {
        var dates = new PrintedDates(List.of(), order);
        var before = "";
        for (var line : lines) {
            dates.read(line, before, dates.behind);
            var found = first(dates.behind, meaning, fits);
            if (found != null) {
                return found;
            }
            dates.behind.clear();
            before = line;
        }
        return null;
    }

    /** The day of publication that one line tells. */
    static @Nullable PageDate first(String line, DayOrder order, Predicate<PageDate> fits) {
        var dates = new PrintedDates(List.of(), order);
        dates.read(line, "", dates.behind);
        return dates.published(fits);
    }

    private static @Nullable PageDate first(List<Printed> dates, Meaning meaning, Predicate<PageDate> fits) {
        for (var printed : dates) {
            if (printed.meaning() == meaning && fits.test(printed.date())) {
                return printed.date();
            }
        }
        return null;
    }

    /**
     * The heading that holds the title, and those that repeat it; without one, what else holds it, or the first main
     * heading. A later heading with words of its own is of another part of the page: "2 responses to ...".
     */
    private static List<Integer> headlines(List<TextBlock> blocks, String title) {
        var headings = new ArrayList<Integer>();
        int other = -1;
        int main = -1;
        for (int i = 0; i < blocks.size() && headings.size() < HEADLINES; i++) {
            var block = blocks.get(i);
            boolean isHeading = block.kind() == TextBlock.Kind.HEADING;
            main = main < 0 && isHeading && block.element().normalName().equals("h1") ? i : main;
            if (block.text().length() <= title.length() + AROUND_TITLE
                    && block.text().contains(title)) {
                if (isHeading && (headings.isEmpty() || block.text().equals(title))) {
                    headings.add(i);
                }
                other = other < 0 ? i : other;
            }
        }
        int instead = other >= 0 ? other : main;
        return headings.isEmpty() && instead >= 0 ? List.of(instead) : headings;
    }

    private void readBehind(int headline) {
        int prose = 0;
        int headings = 0;
        boolean isHead = true;
        for (int i = headline + 1; i < Math.min(blocks.size(), headline + BEHIND) && prose < SUMMARY; i++) {
            var block = blocks.get(i);
            isHead &= block.kind() == TextBlock.Kind.HEADING;
            headings += block.kind() == TextBlock.Kind.HEADING && !isHead ? 1 : 0;
            if (headings > HEADINGS || (block.isLinkedHeading() && !isHead)) {
                return;
            }
            read(block, blocks.get(i - 1).text(), behind);
            prose += block.prose();
        }
    }

    /** The nearest first. */
    private void readBefore(int headline) {
        for (int i = headline - 1; i >= Math.max(0, headline - BEFORE); i--) {
            read(blocks.get(i), i == 0 ? "" : blocks.get(i - 1).text(), before);
        }
    }

    private void read(TextBlock block, String label, List<Printed> into) {
        var lines = block.text().split("\n");
        int from = into.size();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() <= LONGEST) {
                read(lines[i], i == 0 ? label : lines[i - 1], into);
            }
        }
        if (into.size() > from
                && block.element().normalName().equals("time")
                && DateClaims.isOfChange(block.element())) {
            into.subList(from, into.size()).replaceAll(printed -> new Printed(printed.date(), Meaning.OTHER));
        }
    }

    private void read(String line, String label, List<Printed> into) {
        int from = 0;
        var dates = DateParser.all(line, order);
        int length = dates.stream().mapToInt(date -> date.end() - date.start()).sum();
        boolean labelsFollow = !dates.isEmpty()
                && line.substring(0, dates.get(0).start()).isBlank()
                && DateWords.behind(line.substring(dates.get(0).end())) != Meaning.UNSAID;
        for (var found : dates) {
            var said = labelsFollow
                    ? DateWords.behind(line.substring(found.end()))
                    : DateWords.before(line.substring(from, found.start()));
            boolean leads = line.substring(0, found.start()).isBlank();
            said = said == Meaning.UNSAID && leads && isLabel(label) ? DateWords.before(label) : said;
            if (said != Meaning.UNSAID || line.length() - length <= COMPANY) {
                into.add(new Printed(found.date(), said));
            }
            from = found.end();
        }
    }

    /** A line of its own with nothing but "Last updated:". */
    private static boolean isLabel(String line) {
        return line.length() <= COMPANY / 2 && line.codePoints().noneMatch(Character::isDigit);
    }
}
