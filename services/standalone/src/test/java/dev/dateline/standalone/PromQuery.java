package dev.dateline.standalone;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query of Prometheus, as far as tests look into it. */
record PromQuery(String text) {
    private static final String METRIC = "\\b((?:news|kafka|jvm|process|system)_[a-z0-9_]+|up)\\b";
    private static final Pattern NAME = Pattern.compile(METRIC);
    private static final Pattern SELECTOR = Pattern.compile(METRIC + "\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("(\\w+) *(?:=~|!~|!=|=)");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern RATE = Pattern.compile("\\b(?:rate|increase)\\(" + METRIC + "\\{[^}]*}\\[([^]]*)]\\)");
    /** A counter against its own value of some time ago. */
    private static final Pattern DIFFERENCE =
            Pattern.compile("\\((" + METRIC + "\\{[^}]*}) - \\1 offset \\w+ >= 0 or \\1\\)");

    /** A metric with what it is asked for. */
    record Selector(String metric, Set<String> labels) {}

    /** A rate or an increase. */
    record Rate(String metric, String window) {}

    /** Every metric that is named, with labels or without. */
    Set<String> metrics() {
        return found(NAME).map(MatchResult::group).collect(Collectors.toSet());
    }

    List<Selector> selectors() {
        return found(SELECTOR)
                .map(match -> new Selector(match.group(1), labels(match.group(2))))
                .toList();
    }

    /** The labels that results are grouped by. */
    Set<String> grouping() {
        return found(GROUPING)
                .flatMap(match -> Stream.of(match.group(1).split(", *")))
                .collect(Collectors.toSet());
    }

    List<Rate> rates() {
        return found(RATE)
                .map(match -> new Rate(match.group(1), match.group(2)))
                .toList();
    }

    /** The metrics that stand for their value, neither as a rate nor as a difference. */
    Set<String> values() {
        var rest = DIFFERENCE.matcher(RATE.matcher(text).replaceAll("")).replaceAll("");
        return new PromQuery(rest).metrics();
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    private static Set<String> labels(String matchers) {
        return MATCHER.matcher(matchers).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
