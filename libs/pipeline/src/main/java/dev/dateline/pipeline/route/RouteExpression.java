package dev.dateline.pipeline.route;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says which articles belong to a route; {@link RouteParser} reads it, and its text form is read to the same again. A pure
 * function of the article, so that a route is the same at every router and after every replay.
 */
public sealed interface RouteExpression {

    boolean matches(EnrichedArticle article);

    /** What must hold together. */
    record All(List<RouteExpression> parts) implements RouteExpression {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(EnrichedArticle article) {
            return parts.stream().allMatch(part -> part.matches(article));
        }

        @Override
        public String toString() {
            return parts.stream().map(All::part).collect(Collectors.joining(" and "));
        }

        /** In parentheses, since role and score say of all that stands beside them. */
        private static String part(RouteExpression part) {
            return "(" + part + ")";
        }
    }

    /** Of which one must hold. */
    record Any(List<RouteExpression> parts) implements RouteExpression {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(EnrichedArticle article) {
            return parts.stream().anyMatch(part -> part.matches(article));
        }

        @Override
        public String toString() {
            return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" or "));
        }
    }

    /** What must not hold. */
    record Not(RouteExpression part) implements RouteExpression {
        @Override
        public boolean matches(EnrichedArticle article) {
            return !part.matches(article);
        }

        @Override
        public String toString() {
            return "not (" + part + ")";
        }
    }

    /** That one tag is of one of these regions, in one of these roles, and sure enough. */
    record InRegion(Set<String> codes, Set<RegionRole> roles, double score) implements RouteExpression {
        public InRegion {
            codes = Set.copyOf(codes);
            roles = Set.copyOf(roles);
        }

        @Override
        public boolean matches(EnrichedArticle article) {
            return article.getRegions().stream()
                    .anyMatch(tag ->
                            codes.contains(tag.getCode()) && roles.contains(tag.getRole()) && tag.getScore() >= score);
        }

        @Override
        public String toString() {
            return "region in " + list(codes) + " and role in "
                    + list(roles.stream().map(Enum::name).collect(Collectors.toSet())) + scored(score);
        }
    }

    /** That one tag is of one of these themes, and sure enough. */
    record OnTheme(Set<String> codes, double score) implements RouteExpression {
        public OnTheme {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean matches(EnrichedArticle article) {
            return article.getThemes().stream()
                    .anyMatch(tag -> codes.contains(tag.getCode()) && tag.getScore() >= score);
        }

        @Override
        public String toString() {
            return "theme in " + list(codes) + scored(score);
        }
    }

    /** A property of an article that has one value. */
    enum Property {
        /** BCP 47; {@code zh} means {@code zh-Hant}, too. */
        LANGUAGE(EnrichedArticle::getLanguage) {
            @Override
            public boolean isOne(String has, String wanted) {
                return has.equalsIgnoreCase(wanted)
                        || has.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT) + "-");
            }
        },
        /** Id of the source. */
        SOURCE(EnrichedArticle::getSourceId),
        /** Name of the outlet. */
        OUTLET(article -> article.getPublisher().getOutlet()),
        /** ISO 3166-1 alpha-2 of the outlet. */
        COUNTRY(article -> article.getPublisher().getCountry());

        private final Function<EnrichedArticle, @Nullable String> value;

        Property(Function<EnrichedArticle, @Nullable String> value) {
            this.value = value;
        }

        /** Whether the value that an article has is the one that was asked for; case does not matter. */
        public boolean isOne(String has, String wanted) {
            return has.equalsIgnoreCase(wanted);
        }
    }

    /** That a property has one of these values. */
    record Is(Property property, Set<String> values) implements RouteExpression {
        public Is {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(EnrichedArticle article) {
            var has = property.value.apply(article);
            return has != null && values.stream().anyMatch(wanted -> property.isOne(has, wanted));
        }

        @Override
        public String toString() {
            return property.name().toLowerCase(Locale.ROOT) + " in " + list(values);
        }
    }

    /** A text of an article. */
    enum Part {
        TITLE(EnrichedArticle::getTitle),
        TEXT(EnrichedArticle::getText);

        private final Function<EnrichedArticle, String> value;

        Part(Function<EnrichedArticle, String> value) {
            this.value = value;
        }
    }

    /** That a text has these words, next to each other; case does not matter. */
    record Contains(Part part, String words) implements RouteExpression {
        @Override
        public boolean matches(EnrichedArticle article) {
            return part.value.apply(article).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return part.name().toLowerCase(Locale.ROOT) + " contains " + quoted(words);
        }
    }

    private static String list(Set<String> values) {
        return new TreeSet<>(values).stream().map(RouteExpression::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String scored(double score) {
        return score > 0 ? " and score >= " + score : "";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
