package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.DateWords.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an article was published and modified, and says where it found it.
 *
 * <p>Pages tell a date twice: to programs and to readers. The first is precise and may be of another day (a record made,
 * copied, or told in UTC); the second is what the outlet vouches for. When both name one day the precise one is taken;
 * else the one beside the headline, unless its own words say that it is the date of a change. Without either, less trusted
 * places are asked, and a date that nothing ties to this article is not taken.
 */
final class DateReader {
    /**
     * A date and the place it is from.
     *
     * @param from json-ld, meta, microdata, time, url, script, text or feed
     */
    record Found(PageDate date, String from) {}

    private static final String YEAR = "(?:19|20)\\d\\d";
    /** 2026/3/1, 2026-03-01, 20260301 or 01-03-2026. */
    private static final Pattern URL_DAY = Pattern.compile("[/_-](" + YEAR + "/\\d{1,2}/\\d{1,2}|" + YEAR
            + "([_-]?)\\d\\d\\2\\d\\d|\\d\\d([_-])\\d\\d\\3" + YEAR + ")(?=[/_-]|$)");

    private static final Pattern IN_SCRIPT =
            Pattern.compile("(?i)\"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|pub_?date"
                    + "|first_?published(?:_?at)?)\\\\?\"\\s*:\\s*\\\\?\"((?:19|20)\\d\\d-[^\"\\\\]{5,30})");
    /** What all the keys of that have; it is looked for first, since scripts are long. */
    private static final ByteWords IN_ALL_KEYS = new ByteWords("pub");
    /** A dateline stands within so many characters. */
    private static final int OPENING = 45;

    private static final int SHORT = 160;
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Instant OLDEST = Instant.parse("1994-01-01T00:00:00Z");

    private final Page page;
    private final PageLayout layout;
    private final Instant fetchedAt;
    private final DayOrder order;
    private final DateClaims claims;
    private final PrintedDates printed;

    private DateReader(Page page, PageLayout layout, String title, @Nullable String language, Instant fetchedAt) {
        this.page = page;
        this.layout = layout;
        this.fetchedAt = fetchedAt;
        this.order = DayOrder.of(language, page.host());
        this.claims = new DateClaims(page, order, this::isPlausible);
        this.printed = PrintedDates.of(layout, title, order);
    }

    /**
     * Reads a page's dates.
     *
     * @param title the article's, to find what is printed beside it
     * @param language what the page claims to be written in
     */
    static DateReader of(Page page, PageLayout layout, String title, @Nullable String language, Instant fetchedAt) {
        return new DateReader(page, layout, title, language, fetchedAt);
    }

    @Nullable
    Found published(@Nullable Instant feed) {
        var found = onPage();
        if (feed != null && (found == null || FeedDates.settle(found.date(), feed, fetchedAt))) {
            return new Found(new PageDate(feed, feed.toString()), "feed");
        }
        return found;
    }

    /** When the article was changed last. */
    @Nullable
    Found modified() {
        var claimed = claims.modified();
        return claimed != null ? claimed : text(printed.changed(this::isPlausible));
    }

    private @Nullable Found onPage() {
        var claimed = claims.published();
        var below = printed.published(this::isPlausible);
        var beside = below != null ? below : printed.above(this::isPlausible);
        beside = below == null && beside != null && isToday(beside) ? null : beside;
        if (claimed.isEmpty()) {
            return beside != null ? refined(beside, claims.times()) : less();
        }
        var changed = printed.changed(this::isPlausible);
        if (beside == null
                && changed != null
                && changed.day().isBefore(claimed.get(0).date().day())) {
            return new Found(changed, "text"); // what was changed before was published before: the claim is of a copy
        }
        var first = claimed.get(0);
        var day = beside != null ? beside : localDay(first.date());
        if (day == null
                || printed.confirms(first.date().day())
                || isTurned(day.day(), first.date().day())) {
            return first;
        }
        if (first.date().isUtc() && LocalDates.mayBeOn(first.date(), day.day())) {
            claimed.addAll(claims.times());
            return LocalDates.told(first, day, claimed);
        }
        return beside == null ? first : refined(beside, claimed);
    }

    /** The day in the page's address or above its headline: good enough to move a UTC moment to its day, not more. */
    private @Nullable PageDate localDay(PageDate moment) {
        if (!moment.isUtc()) {
            return null;
        }
        var above = printed.above(date -> LocalDates.mayBeOn(moment, date.day()));
        var address = url();
        var day = above != null ? above : address == null ? null : address.date();
        return day != null ? day : markedDay(moment);
    }

    /** Another day that a {@code time} element names without a time. */
    private @Nullable PageDate markedDay(PageDate moment) {
        return claims.times().stream()
                .map(Found::date)
                .filter(date ->
                        date.isDay() && !date.day().equals(moment.day()) && LocalDates.mayBeOn(moment, date.day()))
                .findFirst()
                .orElse(null);
    }

    /** A printed day, with the time of a claim that names the same day. */
    private static Found refined(PageDate printed, List<Found> claims) {
        for (var claim : claims) {
            if (!claim.date().isDay() && claim.date().day().equals(printed.day())) {
                return claim;
            }
        }
        return new Found(printed, "text");
    }

    /** The places that are asked when neither head nor headline tells. */
    private @Nullable Found less() {
        var times = claims.times();
        var found = times.isEmpty() ? named() : times.get(0);
        found = found != null ? found : url();
        found = found != null ? found : script();
        found = found != null ? found : text(printed.above(this::isPlausible));
        found = found != null
                ? found
                : text(PrintedDates.labelled(layout.shortLines(), Meaning.PUBLISHED, order, this::isPlausible));
        found = found != null ? found : text(printed.changed(this::isPlausible));
        found = found != null ? found : visible();
        found = found != null ? found : opening();
        return found != null ? found : text(PrintedDates.labelled(lines(), Meaning.OTHER, order, this::isPlausible));
    }

    /** Short elements whose class or id speaks of a date, in reading order. */
    private @Nullable Found named() {
        for (var element : page.scan().dated()) {
            if (!Elsewhere.holds(element) && !Elsewhere.isInTeaser(element)) {
                var text = ShortText.of(element, SHORT);
                var found = text == null ? null : text(PrintedDates.first(text, order, this::isPlausible));
                found = found != null ? found : text(DateParser.parse(element.attr("title"), order));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Found url() {
        var match = URL_DAY.matcher(page.url());
        var date = match.find() ? DateParser.parse(match.group(1).replace('_', '-'), order) : null;
        return date == null || !isPlausible(date) ? null : new Found(date, "url");
    }

    /** The first date in a short line of the page that is not said to be of something else. */
    private @Nullable Found visible() {
        var lines = layout.shortLines(block -> DateText.hasDigits(block.text()) && isOfArticle(block));
        for (var line : lines) {
            var found = text(PrintedDates.first(line, order, this::isPlausible));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The short lines of the page that are not about other articles. */
    private List<String> lines() {
        return layout.shortLines(DateReader::isOfArticle);
    }

    private static boolean isOfArticle(TextBlock block) {
        return !block.isLinkedHeading() && !Elsewhere.holds(block.element());
    }

    /** Pages that a script draws carry their article as data. */
    private @Nullable Found script() {
        for (var script : page.scan().dataScripts) {
            var match = script.mentions(IN_ALL_KEYS) ? IN_SCRIPT.matcher(script.data()) : null;
            var date = match != null && match.find() ? DateParser.parse(match.group(1)) : null;
            if (date != null && isPlausible(date)) {
                return new Found(date, "script");
            }
        }
        return null;
    }

    /** The date that a paragraph opens with. */
    private @Nullable Found opening() {
        for (var block : layout.blocks()) {
            if (block.prose() > 0) {
                var text = block.text();
                var found = text(DateParser.parse(text.substring(0, Math.min(text.length(), OPENING)), order));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Found text(@Nullable PageDate date) {
        return date == null || !isPlausible(date) ? null : new Found(date, "text");
    }

    /** Whether one is the other with day and month in turned order: the claim tells how to read what is printed. */
    private static boolean isTurned(LocalDate printed, LocalDate claimed) {
        return printed.getYear() == claimed.getYear()
                && printed.getMonthValue() == claimed.getDayOfMonth()
                && printed.getDayOfMonth() == claimed.getMonthValue();
    }

    /** Whether it is the day of the visit, which many sites print at their head. */
    private boolean isToday(PageDate date) {
        return LocalDates.mayBeOn(new PageDate(fetchedAt, ""), date.day());
    }

    private boolean isPlausible(PageDate date) {
        return !date.instant().isAfter(fetchedAt.plus(AHEAD)) && !date.instant().isBefore(OLDEST);
    }
}
