package dev.dateline.pipeline.route;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What people call regions and themes. */
public interface RouteNames {
    /** Takes every code as it is: for expressions that were read with names before. */
    RouteNames CODES = new RouteNames() {
        @Override
        public Optional<String> region(String said) {
            return Optional.of(said);
        }

        @Override
        public Optional<String> theme(String said) {
            return Optional.of(said);
        }

        @Override
        public String regionInsteadOf(String said) {
            return "";
        }

        @Override
        public String themeInsteadOf(String said) {
            return "";
        }
    };

    /** The code of a region; empty when it is unknown. */
    Optional<String> region(String said);

    /** The code of a theme; empty when it is unknown. */
    Optional<String> theme(String said);

    /** Asks whether another region was meant. */
    String regionInsteadOf(String said);

    /** Asks whether another theme was meant. */
    String themeInsteadOf(String said);

    /**
     * Knows codes and English labels, in any case, and lets an operator's own codes pass, such as custom:minerals.
     *
     * @param regions labels by code
     * @param themes labels by code
     * @param nearest makes a question of an unknown name and of all known ones
     */
    static RouteNames of(
            Map<String, String> regions,
            Map<String, String> themes,
            BiFunction<String, Collection<String>, String> nearest) {
        return new Labelled(regions, themes, nearest);
    }

    /** Names by their labels. */
    record Labelled(
            Map<String, String> regions,
            Map<String, String> themes,
            BiFunction<String, Collection<String>, String> nearest)
            implements RouteNames {
        private static final Pattern OWN = Pattern.compile("(?!medtop:)[a-z]+:\\S+");

        @Override
        public Optional<String> region(String said) {
            return code(said, regions);
        }

        @Override
        public Optional<String> theme(String said) {
            return code(said, themes);
        }

        @Override
        public String regionInsteadOf(String said) {
            return instead(said, regions);
        }

        @Override
        public String themeInsteadOf(String said) {
            return instead(said, themes);
        }

        private static Optional<String> code(String said, Map<String, String> names) {
            return names.entrySet().stream()
                    .filter(name -> name.getKey().equalsIgnoreCase(said)
                            || name.getValue().equalsIgnoreCase(said))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .or(() -> Optional.of(said).filter(code -> OWN.matcher(code).matches()));
        }

        private String instead(String said, Map<String, String> names) {
            var known = new TreeSet<>(names.values());
            known.addAll(names.keySet());
            return nearest.apply(said, known);
        }
    }
}
