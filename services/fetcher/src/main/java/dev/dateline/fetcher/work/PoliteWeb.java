package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.PageClient;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.robots.RobotsRules;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.pipeline.WebUrl;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The real web, behind the guarded client.
 *
 * @param onRules is told of every robots.txt that is read, whatever it was read for
 */
public record PoliteWeb(PageClient client, RobotsRules rules, BiConsumer<WebUrl, RobotsVerdict> onRules)
        implements Web {
    @Override
    public Answer fetch(Request request) {
        return client.fetch(request);
    }

    @Override
    public Optional<RobotsVerdict> knownRules(WebUrl url) {
        return rules.known(url);
    }

    @Override
    public RobotsVerdict readRules(WebUrl url, Terms terms) {
        var verdict = rules.read(url, terms);
        onRules.accept(url, verdict);
        return verdict;
    }
}
