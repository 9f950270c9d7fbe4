package dev.dateline.pipeline.page;

import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms that a day is written in; texts come in lower case with ASCII digits. */
final class DateForms {
    /** Makes a day of a match; null when a word in it is no month, an exception when no calendar has the day. */
    interface Reading {
        @Nullable
        LocalDate day(Matcher match, DayOrder order);
    }

    /**
     * A form.
     *
     * @param needs marks that a text must have for the form to be tried at all ({@link DateText})
     */
    record Form(int needs, Pattern pattern, Reading reading) {
        Form(int needs, String expression, Reading reading) {
            this(needs, Pattern.compile(expression), reading);
        }
    }

    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String DAY = "(\\d{1,2})";
    private static final String WORD = "([\\p{L}\\p{M}]{3,16})";
    private static final String NO_DIGIT = "(?<!\\d)";
    /** What may stand between a year and what follows it: "2026-жылдын", "2026 йил", "2026-njy ýylyň". */
    private static final String OF_YEAR =
            "(?:\\s*-?\\s*(?:nj[iy]\\s+)?(?:ж\\.?|г\\.?|жыл\\p{L}{0,5}|йил\\p{L}{0,5}|yil\\p{L}{0,5}|ýyl\\p{L}{0,5}|соли|года?|р\\.|рок[уи]))?";

    private static final int CENTURY = 2000;
    private static final int TWO_DIGITS = 100;
    private static final int MONTHS = 12;

    private static final Map<String, Integer> ERAS = Map.of("令和", 2018, "平成", 1988);
    private static final List<String> JALALI = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");

    /** Surest first: where two begin at the same place, the first is taken. */
    static final List<Form> ALL = List.of(
            new Form(
                    DateText.YEAR | DateText.STROKE,
                    NO_DIGIT + YEAR + "-" + DAY + "-" + DAY + "(?!\\d)",
                    DateForms::yearFirst),
            new Form(DateText.YEAR, NO_DIGIT + YEAR + "[./]" + DAY + "[./]" + DAY + "(?!\\d)", DateForms::yearFirst),
            new Form(
                    DateText.YEAR | DateText.DENSE,
                    YEAR + "\\s*[年년]\\s*" + DAY + "\\s*[月월]\\s*" + DAY + "(?!\\d)\\s*[日일号]?",
                    DateForms::yearFirst),
            new Form(
                    DateText.DENSE,
                    "(令和|平成)\\s*(\\d{1,2}|元)\\s*年\\s*" + DAY + "\\s*月\\s*" + DAY + "\\s*日?",
                    DateForms::era),
            new Form(
                    DateText.POINT,
                    "(?<![\\d.])" + DAY + "\\.\\s?" + DAY + "\\.\\s?((?:19|20)\\d\\d|\\d\\d)(?![\\d]|[.:]\\d)",
                    (match, order) -> LocalDate.of(year(match, 3), number(match, 2), number(match, 1))),
            new Form(
                    DateText.YEAR | DateText.STROKE,
                    "(?<![\\d/-])" + DAY + "([/-])" + DAY + "\\2" + YEAR + "(?![\\d/])",
                    DateForms::slashed),
            new Form(
                    DateText.YEAR | DateText.MONTH,
                    NO_DIGIT + DAY
                            + "(?:st|nd|rd|th|er|º|-?nj[iy]|-?чи|-?inchi)?(?:[.,]?[\\s-]+|\\.|\\s*(?:of|de)\\s+)"
                            + WORD
                            + "[.,،]?(?:\\s*[/|]\\s*"
                            + WORD
                            + ")?(?:[\\s,،-]+(?:de\\s+|del\\s+|of\\s+|г\\.\\s*|соли\\s+|عام\\s+|سنة\\s+)?)"
                            + YEAR
                            + "(?!\\d)",
                    (match, order) -> named(match, 4, 2, 1)),
            new Form(
                    DateText.YEAR | DateText.MONTH,
                    "(?<!\\p{L})" + WORD + "[.]?\\s+" + DAY + "(?:st|nd|rd|th)?[.,]?\\s*,?\\s*" + YEAR + "(?!\\d)",
                    (match, order) -> named(match, 3, 1, 2)),
            new Form(
                    DateText.YEAR | DateText.MONTH,
                    NO_DIGIT + YEAR + OF_YEAR + "[\\s,.-]+" + DAY + "(?:-?nj[iy]|-?чи)?[\\s.-]+" + WORD,
                    (match, order) -> named(match, 1, 3, 2)),
            new Form(
                    DateText.YEAR | DateText.MONTH,
                    NO_DIGIT + YEAR + OF_YEAR + "[\\s,.-]+" + WORD + "[.]?[\\s,]+" + DAY + "(?!\\d)",
                    (match, order) -> named(match, 1, 2, 3)),
            new Form(
                    DateText.YEAR | DateText.MONTH,
                    "(?<!\\p{L})" + WORD + "\\s+" + DAY + "\\s+\\d\\d:\\d\\d(?::\\d\\d)?(?:\\s+[a-z]{3,4})?\\s+" + YEAR
                            + "(?!\\d)",
                    (match, order) -> named(match, 3, 1, 2)),
            new Form(
                    DateText.YEAR,
                    NO_DIGIT + DAY + "\\s\\|\\s" + DAY + "\\s\\|\\s" + YEAR + "(?!\\d)",
                    (match, order) -> LocalDate.of(number(match, 3), number(match, 2), number(match, 1))),
            new Form(
                    DateText.JALALI,
                    NO_DIGIT + "(1[34]\\d\\d)[/.-]" + DAY + "[/.-]" + DAY + "(?!\\d)",
                    (match, order) -> jalali(number(match, 1), number(match, 2), number(match, 3))),
            new Form(
                    DateText.JALALI | DateText.LETTER,
                    NO_DIGIT + DAY + "\\s+(" + String.join("|", JALALI) + ")(?:\\s+ماه)?[\\s,،]+(1[34]\\d\\d)(?!\\d)",
                    (match, order) -> jalali(number(match, 3), JALALI.indexOf(match.group(2)) + 1, number(match, 1))));

    private DateForms() {}

    private static LocalDate yearFirst(Matcher match, DayOrder order) {
        return LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
    }

    private static LocalDate era(Matcher match, DayOrder order) {
        int year = match.group(2).equals("元") ? 1 : number(match, 2);
        return LocalDate.of(ERAS.getOrDefault(match.group(1), 0) + year, number(match, 3), number(match, 4));
    }

    /** Between hyphens the day comes first everywhere; a number beyond 12 is no month. */
    private static LocalDate slashed(Matcher match, DayOrder order) {
        int first = number(match, 1);
        int second = number(match, 3);
        boolean isDayFirst = order == DayOrder.DAY_FIRST || match.group(2).equals("-");
        boolean turned = isDayFirst ? second <= MONTHS : first > MONTHS;
        return LocalDate.of(number(match, 4), turned ? second : first, turned ? first : second);
    }

    private static @Nullable LocalDate named(Matcher match, int year, int month, int day) {
        var number = MonthNames.BY_NAME.get(match.group(month));
        return number == null ? null : LocalDate.of(number(match, year), number, number(match, day));
    }

    /** A day of the Persian calendar, in which the year begins in March. */
    private static LocalDate jalali(int year, int month, int day) {
        if (month < 1 || month > MONTHS || day < 1 || day > 31) {
            throw new DateTimeException("no such day: " + year + "-" + month + "-" + day);
        }
        var calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        calendar.clear();
        calendar.set(year, month - 1, day);
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L));
    }

    private static int year(Matcher match, int group) {
        int year = number(match, group);
        return year < TWO_DIGITS ? CENTURY + year : year;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
