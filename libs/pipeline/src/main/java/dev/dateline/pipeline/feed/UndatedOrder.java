package dev.dateline.pipeline.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts what a sitemap lists without dates in an order in which the first are likely to be the newest, since not all of it is read.
 * Addresses with numbers come by these, the largest first: {@code sitemap-2026-03.xml} is before {@code sitemap-2004.xml}, part 10
 * before part 9. The others come from both ends of the file in turn, since some sites add at its end and some at its begin. The
 * two kinds take turns: an index may have {@code news.xml} beside a numbered archive. Pure.
 */
final class UndatedOrder {
    /** Not what an escaped letter is made of. */
    private static final Pattern NUMBER = Pattern.compile("%\\p{XDigit}{2}|(\\d{1,18})");

    private static final Pattern HOST = Pattern.compile("^\\w+://[^/]*");

    private UndatedOrder() {}

    private record Numbered<T>(T item, long[] numbers) {}

    static <T> List<T> newestFirst(List<T> items, Function<T, String> address) {
        var all = fromBothEnds(items).stream()
                .map(item -> new Numbered<>(item, numbers(address.apply(item))))
                .toList();
        Comparator<Numbered<T>> byNumbers = (one, other) -> Arrays.compare(other.numbers(), one.numbers());
        return inTurn(
                all.stream()
                        .filter(one -> one.numbers().length > 0)
                        .sorted(byNumbers)
                        .map(Numbered::item)
                        .toList(),
                all.stream()
                        .filter(one -> one.numbers().length == 0)
                        .map(Numbered::item)
                        .toList());
    }

    private static <T> List<T> fromBothEnds(List<T> items) {
        var last = items.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> items.get(i % 2 == 0 ? i / 2 : last - i / 2))
                .toList();
    }

    private static <T> List<T> inTurn(List<T> some, List<T> others) {
        var all = new ArrayList<T>(some.size() + others.size());
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            if (i < some.size()) {
                all.add(some.get(i));
            }
            if (i < others.size()) {
                all.add(others.get(i));
            }
        }
        return all;
    }

    /** Reads the numbers of an address in their order, those of its host left out. */
    private static long[] numbers(String address) {
        return NUMBER.matcher(HOST.matcher(address).replaceFirst(""))
                .results()
                .map(found -> found.group(1))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
