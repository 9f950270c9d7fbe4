package dev.dateline.fetcher.robots;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchLimits;
import dev.dateline.fetcher.http.PageClient;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.pipeline.WebUrl;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The robots.txt of every site, by RFC 9309, each read at most once a day. Thread-safe.
 *
 * <p>Reading one is a request to the site like any other: a caller that spaces its requests asks {@link #known} first and
 * spends a turn on {@link #read} when nothing is known.
 */
public final class RobotsRules {
    /** RFC 9309 asks for at least 500 KiB; what is behind that is not read. */
    static final int MOST_BYTES = 500 << 10;

    private static final int MOST_SITES = 20_000;

    private final PageClient client;
    private final RobotsReader reader;
    private final InstantSource clock;
    private final FetchLimits limits;
    private final Map<String, SiteRules> sites = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SiteRules> eldest) {
            return size() > MOST_SITES;
        }
    };

    /**
     * Creates rules that know no site yet.
     *
     * @param product our name in robots.txt files: the first word of the user agent
     */
    public RobotsRules(PageClient client, String product, FetchLimits limits, InstantSource clock) {
        this.client = client;
        this.reader = new RobotsReader(product);
        this.limits = limits.withTruncatedBody(MOST_BYTES);
        this.clock = clock;
    }

    /** Gives the verdict on an address when its site's rules are known and fresh. */
    public Optional<RobotsVerdict> known(WebUrl url) {
        synchronized (sites) {
            var rules = sites.get(url.origin());
            return rules == null || !clock.instant().isBefore(rules.validUntil())
                    ? Optional.empty()
                    : Optional.of(rules.judge(url));
        }
    }

    /** Reads the site's rules anew and gives the verdict; blocks for one fetch. The rules are for all, whoever asked for them. */
    public RobotsVerdict read(WebUrl url, Terms terms) {
        var rules = reader.rules(fetch(url, terms), url.origin(), clock.instant());
        synchronized (sites) {
            sites.put(url.origin(), rules);
        }
        return rules.judge(url);
    }

    /** Gives the verdict, reading the site's rules when they are not known; one or no fetch. */
    public RobotsVerdict check(WebUrl url) {
        return known(url).orElseGet(() -> read(url, Terms.USUAL));
    }

    private Answer fetch(WebUrl url, Terms terms) {
        return client.fetch(Request.text(url.origin() + "/robots.txt").on(terms.wayOnly()), limits);
    }
}
