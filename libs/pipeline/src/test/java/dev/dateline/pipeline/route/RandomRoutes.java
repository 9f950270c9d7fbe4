package dev.dateline.pipeline.route;

import dev.dateline.pipeline.route.RouteExpression.All;
import dev.dateline.pipeline.route.RouteExpression.Any;
import dev.dateline.pipeline.route.RouteExpression.Contains;
import dev.dateline.pipeline.route.RouteExpression.InRegion;
import dev.dateline.pipeline.route.RouteExpression.Is;
import dev.dateline.pipeline.route.RouteExpression.Not;
import dev.dateline.pipeline.route.RouteExpression.OnTheme;
import dev.dateline.schema.RegionRole;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions by chance. */
final class RandomRoutes {
    private static final List<String> WORDS = List.of(
            "region",
            "theme",
            "in",
            "(",
            ")",
            ",",
            "=",
            ">=",
            "and",
            "or",
            "not",
            "KZ",
            "'",
            "\"",
            "role",
            "score",
            "0.5",
            "contains",
            "title",
            "'it''s'",
            " ",
            "\n",
            "medtop:07000000",
            "\u0000",
            "国");
    private static final List<String> CODES = List.of("KZ", "UZ", "143", "group:it's", "medtop:07000000");
    private static final double[] SCORES = {0, 0.25, 0.5, 0.875};

    private RandomRoutes() {}

    /** An expression of at most so many levels. */
    static RouteExpression expression(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 5);
        return switch (kind) {
            case 0, 1 -> new InRegion(some(CODES, random), some(List.of(RegionRole.values()), random), score(random));
            case 2 -> new OnTheme(some(CODES, random), score(random));
            case 3 ->
                new Is(
                        RouteExpression.Property.values()[random.nextInt(RouteExpression.Property.values().length)],
                        some(CODES, random));
            case 4 -> new Contains(RouteExpression.Part.TITLE, "it's " + random.nextInt(9));
            case 5 -> new Not(expression(random, depth - 1));
            case 6 -> new All(parts(random, depth));
            default -> new Any(parts(random, depth));
        };
    }

    /** Words of the language, and others, in any order. */
    static String garbage(Random random) {
        return IntStream.range(0, random.nextInt(14))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static List<RouteExpression> parts(Random random, int depth) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> expression(random, depth - 1))
                .toList();
    }

    private static <T> Set<T> some(List<T> all, Random random) {
        var some = new HashSet<T>();
        do {
            some.add(all.get(random.nextInt(all.size())));
        } while (random.nextInt(3) > 0);
        return some;
    }

    private static double score(Random random) {
        return SCORES[random.nextInt(SCORES.length)];
    }
}
