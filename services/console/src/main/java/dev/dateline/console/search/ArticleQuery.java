package dev.dateline.console.search;

import dev.dateline.schema.RegionRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a reader searches for. All parts must hold, and of each list one; an empty part asks for everything.
 *
 * @param regions codes
 * @param roles how an article is connected with one of the regions
 * @param themes codes
 * @param languages BCP 47; {@code zh} takes {@code zh-Hant} too
 * @param sources ids
 * @param outlets names, whatever their case
 * @param text words, phrases in quotes, {@code or}, and a minus before what must not be there
 * @param title words that stand in the title, nearly as they are written
 * @param since earliest event time
 * @param until event times are before it
 * @param after the end of the page before
 * @param limit articles on a page
 */
public record ArticleQuery(
        List<String> regions,
        List<RegionRole> roles,
        List<String> themes,
        List<String> languages,
        List<String> sources,
        List<String> outlets,
        Optional<String> text,
        Optional<String> title,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<Cursor> after,
        int limit) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    /** Of a text to search for. */
    public static final int MAX_LENGTH = 200;
    /** Values of one parameter. */
    public static final int MAX_VALUES = 20;
}
