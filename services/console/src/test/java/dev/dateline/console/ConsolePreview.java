package dev.dateline.console;

import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.SourceState;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a console on sample news, to look at the page while working on it: port 8099, or the one given. */
final class ConsolePreview {
    private ConsolePreview() {}

    public static void main(String[] args) throws Exception {
        var console = new RunningConsole(args.length > 0 ? Integer.parseInt(args[0]) : 8099);
        Runtime.getRuntime().addShutdownHook(new Thread(console::close));
        fill(console);
        new CountDownLatch(1).await();
    }

    /** Brings news of every kind that the page shows. */
    static void fill(RunningConsole console) throws Exception {
        sources(console);
        articles(console);
        for (var copy : List.of("copy-1", "copy-2", "copy-3")) {
            console.send(Topics::duplicate, copy, SampleNews.copy(copy, "summit"));
        }
        for (var stage : List.of("clean", "dedup", "tag", "route")) {
            for (var id : List.of("harvest", "quake", "election", "hostile")) {
                trace(console, id, stage, DispositionOutcome.KEPT, null);
            }
        }
        trace(console, "gallery", "clean", DispositionOutcome.DROPPED, "not_an_article");
        trace(console, "short", "clean", DispositionOutcome.DROPPED, "too_short");
        trace(console, "brief", "clean", DispositionOutcome.DROPPED, "too_short");
        trace(console, "again", "dedup", DispositionOutcome.DROPPED, "unchanged");
        trace(console, "poison", "clean", DispositionOutcome.DEAD_LETTERED, "bad_marker");
    }

    private static void trace(
            RunningConsole console, String id, String stage, DispositionOutcome outcome, String reason)
            throws Exception {
        console.send(Topics::disposition, id, SampleNews.disposition(id, stage, outcome, reason));
    }

    private static void sources(RunningConsole console) throws Exception {
        console.send(
                Topics::sourceStatus,
                "steppe-herald",
                SampleNews.source("steppe-herald", "Steppe Herald", SourceState.OK));
        console.send(
                Topics::sourceStatus,
                "valley-wire",
                SampleNews.source("valley-wire", "Valley Wire Agency", SourceState.FAILING));
        console.send(
                Topics::sourceStatus,
                "harbour-post",
                SampleNews.source("harbour-post", "The Harbour Post", SourceState.PAUSED));
    }

    private static void articles(RunningConsole console) throws Exception {
        var summit = SampleNews.article("summit", "Five presidents agree on a shared railway timetable")
                .setText("ASTANA. The presidents of Kazakhstan, Kyrgyzstan and Uzbekistan agreed on Tuesday that trains"
                        + " will cross their borders on one timetable from next spring.")
                .setRegions(List.of(
                        SampleNews.region("KZ", RegionRole.ABOUT, "Kazakhstan", "ASTANA"),
                        SampleNews.region("KG", RegionRole.ABOUT, "Kyrgyzstan"),
                        SampleNews.region("UZ", RegionRole.ABOUT, "Uzbekistan"),
                        SampleNews.region("143", RegionRole.ABOUT),
                        SampleNews.region("RU", RegionRole.MENTIONED, "Moscow"),
                        SampleNews.region("US", RegionRole.MENTIONED, "Washington")))
                .setThemes(List.of(
                        SampleNews.theme("medtop:11000000", "presidents", "agreed"),
                        SampleNews.theme("medtop:04000000", "trains")));
        console.send(
                Topics::enriched,
                "election",
                SampleNews.article("election", "В Бишкеке открылись участки для голосования")
                        .setLanguage("ru")
                        .setRegions(List.of(SampleNews.region("KG", RegionRole.ABOUT, "Бишкеке")))
                        .setThemes(List.of(SampleNews.theme("medtop:11000000", "голосования")))
                        .build());
        SampleJourney.send(console, summit.build());
        console.send(
                Topics::enriched,
                "quake",
                SampleNews.article("quake", "Тауда жер сілкінісі болды: зардап шеккендер жоқ")
                        .setLanguage("kk")
                        .setRegions(List.of(SampleNews.region("KZ", RegionRole.ABOUT, "Алматы")))
                        .setThemes(List.of(SampleNews.theme("medtop:03000000", "сілкінісі")))
                        .build());
        console.send(
                Topics::enriched,
                "harvest",
                SampleNews.article(
                                "harvest",
                                "Record wheat harvest strains elevators in the north, ministry says in a long report on storage,"
                                        + " rail wagons and prices")
                        .setVersion(2)
                        .setEvent(EventType.UPDATED)
                        .setRegions(List.of(SampleNews.region("KZ", RegionRole.DATELINE, "KOSTANAY")))
                        .setThemes(List.of(SampleNews.theme("medtop:04000000", "prices")))
                        .build());
        console.send(Topics::enriched, "gone", SampleNews.withdrawn("gone"));
        console.send(
                Topics::enriched,
                "hostile",
                SampleNews.article("hostile", SampleNews.HOSTILE_TITLE)
                        .setUrl("javascript:alert(3)")
                        .build());
    }
}
