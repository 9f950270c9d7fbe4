package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.pipeline.WebUrl;
import java.util.Optional;

/** The web as a worker sees it. Thread-safe; whatever happens there is a value. */
public interface Web {
    Answer fetch(Request request);

    /** Gives what the site's robots.txt says of an address, when that is known. */
    Optional<RobotsVerdict> knownRules(WebUrl url);

    /** Reads the site's robots.txt, by the way that the terms say, and gives what it says; one request. */
    RobotsVerdict readRules(WebUrl url, Terms terms);
}
