package dev.dateline.standalone.command;

import dev.dateline.fetcher.http.FetchLimits;
import dev.dateline.fetcher.http.Network;
import dev.dateline.fetcher.http.PageClient;
import dev.dateline.fetcher.robots.RobotsRules;
import dev.dateline.fetcher.work.PoliteWeb;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Contracts;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline sources discover}: finds what of a site can be polled. */
@Command(
        name = "discover",
        description = "Finds the feeds and sitemaps of a site, and says what a poll of each would give.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 something can be polled, 1 nothing was found."})
final class DiscoverCommand implements Callable<Integer> {
    static {
        Contracts.trust();
    }

    private static final String PRODUCT = "dateline";

    @Parameters(paramLabel = "URL", description = "The home page of a site, a section of it, or a feed.")
    private String url;

    @Option(names = "--allow-loopback", description = "Asks this machine too: for trials with a local site only.")
    private boolean allowLoopback;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, InterruptedException {
        var page = WebUrl.parse(url.contains("://") ? url : "https://" + url)
                .orElseThrow(
                        () -> new StartException(url, "is no web address", "Write it like https://news.example/."));
        var network = allowLoopback ? Network.WITH_LOOPBACK : Network.PUBLIC;
        try (var client = new PageClient(PRODUCT + "-discover/0.1", FetchLimits.DEFAULT, network)) {
            var rules = new RobotsRules(client, PRODUCT, FetchLimits.DEFAULT, InstantSource.system());
            var found = new Discovery(new PoliteWeb(client, rules, (url, verdict) -> {}), Discovery.PAUSE).of(page);
            found.forEach(this::print);
            var out = spec.commandLine().getOut();
            out.println(
                    found.isEmpty()
                            ? "nothing found that could be polled"
                            : "add one: see 'dateline sources import --help'");
            out.flush();
            return found.stream().anyMatch(candidate -> candidate.problem() == null) ? 0 : 1;
        }
    }

    private void print(Discovery.Candidate candidate) {
        var what = candidate.problem() == null
                ? candidate.items() + " items, newest " + (candidate.newest() == null ? "undated" : candidate.newest())
                : candidate.problem();
        var kind = candidate.kind().name().toLowerCase(Locale.ROOT);
        var title = candidate.title() == null ? "" : "  " + candidate.title();
        spec.commandLine()
                .getOut()
                .printf("%-8s %s%s%n         %s; %s%n", kind, candidate.url(), title, what, candidate.basis());
    }
}
