package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.runtime.metrics.Metric;
import dev.dateline.runtime.metrics.Metrics;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dashboards are code: every panel says what it shows and in what unit, asks only for what was chosen, and names metrics and
 * labels that exist. What a real Prometheus answers is tried by deploy/grafana/check_queries.py.
 */
class DashboardsTest {
    private static final int COLUMNS = 24;
    private static final String RATE_INTERVAL = "$__rate_interval";
    /** The only window but Grafana's own; titles or descriptions say so. */
    private static final String HOUR = "1h";
    /** Of Grafana, as far as they are used: a misspelt unit shows as text behind the number. */
    private static final Set<String> UNITS = Set.of(
            "none", "short", "s", "ms", "percent", "percentunit", "bytes", "Bps", "cps", "cpm", "ops", "reqps", "wps");

    private static final Pattern COUNTER = Pattern.compile("_(total|count|sum|bucket)$");
    private static final Pattern PART = Pattern.compile("_(bucket|count|sum|max)$");
    /** Figures that Kafka calls totals and that go up and down. */
    private static final Set<String> NO_COUNTERS = Set.of("kafka_stream_task_restore_remaining_records_total");
    /** Labels that scraping adds, and that histograms have. */
    private static final Set<String> ADDED_LABELS = Set.of("job", "instance", "le");
    /** What is shown nowhere, and why. */
    private static final Map<String, String> SHOWN_NOWHERE = Map.of();

    static List<Dashboard> dashboards() throws IOException {
        return Dashboard.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldSayWhatItIsForAndLeadToTheOthers(Dashboard dashboard) {
        assertThat(dashboard.json().path("uid").asText()).startsWith("dateline-");
        assertThat(dashboard.json().path("title").asText()).isNotBlank();
        assertThat(dashboard.json().path("description").asText()).isNotBlank();
        assertThat(dashboard.json().at("/tags/0").asText()).isEqualTo("dateline");
        assertThat(dashboard.json().at("/links/0/tags/0").asText()).isEqualTo("dateline");
        assertThat(dashboard.json().path("editable").asBoolean()).isFalse();
    }

    @Test
    void shouldHaveAddressesAndTitlesOfTheirOwn() throws IOException {
        assertThat(dashboards())
                .extracting(board -> board.json().path("uid").asText())
                .doesNotHaveDuplicates();
        assertThat(dashboards())
                .extracting(board -> board.json().path("title").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldLetDataSourceJobAndInstanceBeChosen(Dashboard dashboard) {
        assertThat(dashboard.variables())
                .extracting(variable -> variable.path("name").asText())
                .startsWith("datasource", "job", "instance");
        for (var variable : dashboard.variables()) {
            assertThat(variable.path("label").asText()).isNotBlank();
            assertThat(variable.path("description").asText()).isNotBlank();
        }
        for (var variable :
                dashboard.variables().subList(1, dashboard.variables().size())) {
            assertThat(variable.path("multi").asBoolean()).isTrue();
            assertThat(variable.path("includeAll").asBoolean()).isTrue();
            assertThat(variable.at("/datasource/uid").asText()).isEqualTo("${datasource}");
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldExplainEveryPanel(Dashboard dashboard) {
        assertThat(dashboard.panels())
                .extracting(panel -> panel.path("title").asText())
                .doesNotHaveDuplicates();
        for (var panel : dashboard.panels()) {
            var title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(panel.path("description").asText()).as(title).endsWith(".");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(title)
                    .isIn(UNITS);
            assertThat(panel.at("/fieldConfig/defaults").has("noValue"))
                    .as(title)
                    .isTrue();
            assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo("${datasource}");
            assertThat(panel.path("targets")).as(title).isNotEmpty();
            for (var target : panel.path("targets")) {
                assertThat(target.path("legendFormat").asText()).as(title).isNotBlank();
                assertThat(target.at("/datasource/uid").asText()).as(title).isEqualTo("${datasource}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldAskOnlyForWhatWasChosen(Dashboard dashboard) {
        for (var query : dashboard.queries()) {
            assertThat(query.selectors())
                    .as(query.text())
                    .isNotEmpty()
                    .allSatisfy(selector -> assertThat(selector.labels()).contains("job", "instance"));
            assertThat(query.selectors())
                    .as("every metric has a selector: %s", query.text())
                    .extracting(PromQuery.Selector::metric)
                    .containsAll(query.metrics());
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldShowCountersAsRatesAndNothingElse(Dashboard dashboard) {
        for (var panel : dashboard.panels()) {
            Dashboard.queries(panel).forEach(query -> {
                assertThat(query.values()).as(query.text()).noneMatch(DashboardsTest::isCounter);
                for (var rate : query.rates()) {
                    assertThat(rate.metric()).as(query.text()).matches(DashboardsTest::isCounter);
                    assertThat(rate.window()).as(query.text()).isIn(RATE_INTERVAL, HOUR);
                    assertThat(!rate.window().equals(HOUR) || tellsOfAnHour(panel))
                            .as("tells of its window: %s", panel.path("title").asText())
                            .isTrue();
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldNotLayPanelsOverEachOther(Dashboard dashboard) {
        var taken = new HashSet<List<Integer>>();
        for (var box : dashboard.boxes()) {
            var place = box.path("gridPos");
            int left = place.path("x").asInt();
            int top = place.path("y").asInt();
            assertThat(left + place.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
            for (int x = left; x < left + place.path("w").asInt(); x++) {
                for (int y = top; y < top + place.path("h").asInt(); y++) {
                    assertThat(taken.add(List.of(x, y)))
                            .as("%s at %d, %d", box.path("title").asText(), x, y)
                            .isTrue();
                }
            }
        }
        assertThat(dashboard.boxes()).extracting(box -> box.path("id").asInt()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldNameMetricsAndLabelsOfOursThatExist(Dashboard dashboard) {
        var declared = Services.metrics().stream().collect(Collectors.toMap(Metric::exposedName, Function.identity()));
        for (var query : dashboard.queries()) {
            var ours = query.selectors().stream()
                    .filter(selector -> selector.metric().startsWith("news_"))
                    .toList();
            var labels = new HashSet<>(ADDED_LABELS);
            for (var selector : ours) {
                var metric = declared.get(declared(selector.metric(), declared));
                assertThat(metric).as(selector.metric()).isNotNull();
                labels.addAll(metric.labels());
                assertThat(labels).as(query.text()).containsAll(selector.labels());
            }
            // Labels of libraries are known by a scrape only
            assertThat(ours.isEmpty() || labels.containsAll(query.grouping()))
                    .as("labels that nobody has: %s", query.text())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldNameMetricsOfTheJvmThatExist(Dashboard dashboard) {
        try (var metrics = new Metrics(List.of())) {
            var scraped = metrics.scrape();
            dashboard.queries().stream()
                    .flatMap(query -> query.metrics().stream())
                    .filter(name -> name.matches("(jvm|process|system)_.*") && !name.startsWith("jvm_gc_pause"))
                    .forEach(name -> assertThat(scraped).contains("\n" + name));
        }
    }

    @Test
    void shouldLeaveNoMetricUnseen() throws IOException {
        var declared = Services.metrics().stream().map(Metric::exposedName).collect(Collectors.toSet());
        var byName = declared.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
        var seen = Stream.concat(
                        dashboards().stream().flatMap(board -> board.queries().stream()),
                        AlertsTest.rules().stream()
                                .map(rule -> new PromQuery(rule.path("expr").asText())))
                .flatMap(query -> query.metrics().stream())
                .map(name -> declared(name, byName))
                .collect(Collectors.toSet());
        seen.addAll(SHOWN_NOWHERE.keySet());
        assertThat(seen).containsAll(declared);
        assertThat(declared).as("what is shown nowhere exists").containsAll(SHOWN_NOWHERE.keySet());
    }

    private static boolean isCounter(String metric) {
        return COUNTER.matcher(metric).find() && !NO_COUNTERS.contains(metric);
    }

    /** The name that a metric was declared under: histograms show as several. */
    private static String declared(String metric, Map<String, ?> declared) {
        return declared.containsKey(metric) ? metric : PART.matcher(metric).replaceFirst("");
    }

    private static boolean tellsOfAnHour(JsonNode panel) {
        return Stream.of("title", "description")
                .map(key -> panel.path(key).asText())
                .anyMatch(text -> text.contains("hour") || text.contains("1 h"));
    }
}
