package dev.dateline.standalone.command;

import dev.dateline.schema.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a line on what terms a source is asked, where they are not the usual ones. */
final class TermsText {
    private TermsText() {}

    static Optional<String> of(Source source) {
        var terms = new ArrayList<String>();
        source.getHeaders().forEach((name, value) -> terms.add(name + ": " + value));
        var credentials = source.getCredentials();
        if (credentials != null) {
            terms.add(credentials.getKind().name().toLowerCase(Locale.ROOT) + " secret " + credentials.getSecret()
                    + (credentials.getPages() ? ", for pages too" : ""));
        }
        if (source.getProxy() != null) {
            terms.add(source.getProxy().isEmpty() ? "no proxy" : "proxy " + source.getProxy());
        }
        if (source.getPagesPerDay() != null) {
            terms.add("at most " + source.getPagesPerDay() + " pages a day");
        }
        if (source.getSpacingSeconds() != null) {
            terms.add(source.getSpacingSeconds() + " s between requests");
        }
        if (source.getRevisitAfterSeconds() != null) {
            terms.add(revisits(source.getRevisitAfterSeconds()));
        }
        return terms.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", terms));
    }

    private static String revisits(List<Integer> delays) {
        return delays.isEmpty()
                ? "no revisits"
                : "revisits after "
                        + delays.stream()
                                .map(seconds -> Duration.ofSeconds(seconds)
                                        .toString()
                                        .substring(2)
                                        .toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "));
    }
}
