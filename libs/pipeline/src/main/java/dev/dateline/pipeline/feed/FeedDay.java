package dev.dateline.pipeline.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The day in a written date, in whatever order its parts stand. */
final class FeedDay {
    private static final String OF = "(?:(?:de|del|of|di)\\s+)?";
    private static final String WORD = "([\\p{L}\\p{M}]{3,})\\.?";
    /** A way to write a day, and how it is read; empty when it only looked like one. */
    private record Form(Pattern pattern, Function<MatchResult, Optional<LocalDate>> reading) {}

    /** Tried in this order: the surest first. */
    private static final List<Form> FORMS = List.of(
            new Form(
                    Pattern.compile("(?<!\\d)(\\d{4})-?[Ww](\\d{2})(?:-?([1-7]))?(?!\\d)"),
                    match -> Optional.of(week(number(match, 1), number(match, 2), number(match, 3)))),
            new Form(
                    Pattern.compile("^(\\d{4})-(\\d{3})(?=$|[Tt\\s])"),
                    match -> Optional.of(LocalDate.ofYearDay(number(match, 1), number(match, 2)))),
            new Form(
                    Pattern.compile("(?<!\\d)(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})"),
                    match -> Optional.of(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)))),
            new Form(
                    Pattern.compile(
                            "(?<!\\d)(\\d{4})[-/.\\u2010-\\u2013](\\d{1,2})(?:[-/.\\u2010-\\u2013](\\d{1,2}))?(?![\\d.-]*\\d{3})"),
                    match -> Optional.of(
                            LocalDate.of(number(match, 1), number(match, 2), Math.max(1, number(match, 3))))),
            new Form(
                    Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?=$|[Tt\\s])"),
                    match -> Optional.of(LocalDate.of(number(match, 1), number(match, 2), number(match, 3)))),
            new Form(
                    Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s-]*" + OF + WORD + ",?[\\s-]*" + OF
                            + "(\\d{2,4})(?![\\d:])"),
                    match -> named(year(match.group(3)), match.group(2), number(match, 1))),
            new Form(
                    Pattern.compile(
                            WORD
                                    + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:[\\d:.]+\\s+(?:\\p{Lu}{1,5}\\s+|[+-]\\d{4}\\s+)?)?(\\d{4})(?!\\d)"),
                    match -> named(number(match, 3), match.group(1), number(match, 2))),
            new Form(
                    Pattern.compile(
                            "(?<!\\d)(\\d{4})[.,]?[\\s-]+(?:[\\p{L}]\\.\\s*)?" + WORD + "[\\s-]+(\\d{1,2})(?!\\d)"),
                    match -> named(number(match, 1), match.group(2), number(match, 3))),
            new Form(
                    Pattern.compile("(?<!\\d)(\\d{4})[.,]?\\s+(?:[\\p{L}]\\.\\s*)?(\\d{1,2})\\s+" + WORD),
                    match -> named(number(match, 1), match.group(3), number(match, 2))),
            new Form(
                    Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?!\\d)"),
                    FeedDay::inFigures));

    private FeedDay() {}

    /**
     * Finds the day.
     *
     * @throws DateTimeException when what looks like a day is none, as the 30th of February
     */
    static Optional<LocalDate> find(String date) {
        return FORMS.stream().flatMap(form -> read(form, date).stream()).findFirst();
    }

    private static Optional<LocalDate> read(Form form, String date) {
        var match = form.pattern().matcher(date);
        while (match.find()) {
            var day = form.reading().apply(match.toMatchResult());
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static LocalDate week(int year, int week, int day) {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(WeekFields.ISO.dayOfWeek(), Math.max(1, day));
    }

    private static Optional<LocalDate> named(int year, String word, int day) {
        var month = MonthNames.number(word);
        return month == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }

    /** Slashes are American, month first, unless the first number is no month; dots and dashes have the day first. */
    private static Optional<LocalDate> inFigures(MatchResult match) {
        var first = number(match, 1);
        var second = number(match, 3);
        var monthFirst = (match.group(2).equals("/") && first <= 12) || second > 12;
        var year = year(match.group(4));
        return Optional.of(monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
    }

    /** Reads a year of two or three digits by RFC 2822, 4.3: three are years since 1900, as old programs count. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        if (digits.length() > 3) {
            return year;
        }
        return digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
    }

    private static int number(MatchResult match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }
}
