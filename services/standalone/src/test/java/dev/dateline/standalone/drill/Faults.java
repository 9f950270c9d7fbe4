package dev.dateline.standalone.drill;

import dev.dateline.runtime.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What can go wrong in a running program: how it is brought about, which alert tells of it, where it is seen, what mends it. */
final class Faults {
    private final DrilledProgram program;

    Faults(DrilledProgram program) {
        this.program = program;
    }

    /** All faults, in an order in which none hides another. */
    List<Fault> all() {
        return List.of(silence(), serverErrors(), wall(), flood(), poison(), stall(), database());
    }

    private Fault silence() {
        return new Fault(
                "a source falls silent",
                "SourceSilent/quiet",
                "5 min, from three times its longest usual silence",
                () -> {}, // its habit says that an article was due long ago
                "console, *Sources*: silent for how long; dashboard *Sources*",
                () -> program.row("quiet").at("/rhythm/lastArticle").asText().compareTo(minutesAgo(29)) < 0,
                "its feed is mended, *Fetch now*",
                () -> {
                    program.outlet("quiet").items = 3;
                    program.act("sources/quiet/fetch-now", "{}");
                },
                () -> program.row("quiet").path("articles").asInt() > 100
                        && program.row("quiet")
                                        .at("/rhythm/lastArticle")
                                        .asText()
                                        .compareTo(minutesAgo(5))
                                > 0);
    }

    private Fault serverErrors() {
        return new Fault(
                "a site answers 500",
                "SourceFailing/down",
                "5 min, from the fifth failure in a row",
                () -> program.outlet("down").status = 500,
                "console, *Sources*: first, in red, with the answer; dashboard *Sources*",
                () -> program.row("down").path("state").asText().equals("FAILING")
                        && program.row("down").path("httpStatus").asInt() == 500,
                "the site is mended, *Fetch now*",
                () -> {
                    program.outlet("down").status = 200;
                    program.act("sources/down/fetch-now", "{}");
                },
                () -> program.row("down").path("state").asText().equals("OK"));
    }

    private Fault wall() {
        return new Fault(
                "the extractor finds nothing: a site shows a wall",
                "ExtractionBroken/walled",
                "5 min",
                () -> {
                    program.outlet("walled").walled = true;
                    program.outlet("walled").items += 20;
                },
                "console, filters *Dropped* and the source; dashboard *Quality*",
                () -> program.articles("source=walled&outcome=dropped").size() >= 10,
                "the site (or a rule of ours) is mended; the next pages show it",
                () -> {
                    program.outlet("walled").walled = false;
                    program.outlet("walled").items += 30;
                },
                () -> !program.hasMetric("news_extraction_broken{source=\"walled\"} 1"));
    }

    private Fault flood() {
        return new Fault(
                "a source sends ten times its habit",
                "SourceFlood/flooding",
                "nothing",
                () -> program.outlet("flooding").items = 55,
                "console, *Sources*: its articles and its busiest hour lately; dashboard *Sources*",
                () -> program.row("flooding").path("articles").asInt() > 130,
                "*Pause*",
                () -> program.act("sources/flooding/pause", "{\"note\":\"a drill\"}"),
                () -> program.row("flooding").path("state").asText().equals("PAUSED"));
    }

    private Fault poison() {
        return new Fault(
                "a record is poisoned",
                "DeadLetters/clean",
                "nothing",
                program::poison,
                "console, *Dead letters*: stage, reason, bytes, failure",
                () -> program.letters().size() == 1,
                "*Discard*, or *Retry* after a fix",
                () -> program.act(
                        "dead-letters/discard",
                        "{\"note\":\"a drill\",\"ids\":[\""
                                + program.letters().get(0).path("id").asText() + "\"]}"),
                () -> program.letters().stream()
                        .allMatch(letter -> letter.path("standing").asText().equals("DISCARDED")));
    }

    private Fault stall() {
        return new Fault(
                "a consumer stalls: the tagger stands still",
                "LagGrows/dateline-tag",
                "5 min, from a lag of 5 min",
                () -> program.service("tagger").close(),
                "console, *Stages*: lag; dashboards *News flow*, *Kafka Streams and JVM*",
                () -> program.get("/api/stages").at("/lag/tag").asLong() > 100,
                "the instance is started again",
                program::startAnotherTagger,
                () -> program.get("/api/stages").at("/lag/tag").asLong() < 100);
    }

    private Fault database() {
        return new Fault(
                "the database stops",
                "SinkRetries",
                "5 min",
                () -> program.service("postgres").close(),
                "`/health` of the sink, the rows of a trace; dashboard *News flow*",
                () -> program.service("sink").health().state() == Health.State.DEGRADED,
                "PostgreSQL is started again",
                program::startDatabaseAgain,
                () -> program.service("sink").health().state() == Health.State.UP);
    }

    private static String minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toString();
    }
}
