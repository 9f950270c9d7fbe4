package dev.dateline.pipeline.route;

import java.util.Optional;

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
}
