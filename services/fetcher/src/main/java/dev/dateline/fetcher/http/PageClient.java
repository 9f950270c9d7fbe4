package dev.dateline.fetcher.http;

import dev.dateline.pipeline.Site;
import dev.dateline.pipeline.WebUrl;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for one page at a time and survives whatever answers: every address is checked before it is connected to, redirects
 * are followed here so that each hop is checked again, and time and size have hard limits. Thread-safe; blocks its caller
 * for at most {@link FetchLimits#total()} beside the time that the system's resolver takes.
 *
 * <p>It knows no manners: spacing between requests and robots.txt are its caller's part.
 */
public final class PageClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageClient.class);

    private final FetchLimits limits;
    private final Network network;
    private final HttpExchange exchange;
    private final Map<String, HttpExchange> byProxy = new HashMap<>();
    private final Watchdog watchdog = new Watchdog();

    /**
     * Opens a client.
     *
     * @param userAgent who asks, with an address where a site's owner learns more
     */
    public PageClient(String userAgent, FetchLimits limits, Network network) {
        this(userAgent, limits, network, SystemDefaultDnsResolver.INSTANCE);
    }

    PageClient(String userAgent, FetchLimits limits, Network network, DnsResolver dns) {
        this.limits = limits;
        this.network = network;
        var clock = Clock.systemUTC();
        this.exchange = new HttpExchange(userAgent, limits, new GuardedResolver(dns, network), null, clock);
        // The settings name the proxies, and who sets them may name servers inside
        network.proxies()
                .byName()
                .forEach((name, proxy) -> byProxy.put(name, new HttpExchange(userAgent, limits, dns, proxy, clock)));
        if (network.allowLoopback()) {
            LOG.warn(
                    "loopback addresses may be fetched: who names a source reaches the servers of this machine; for tests and the"
                            + " demo only");
        }
    }

    /** Asks for a page; the answer is a value whatever happens on the web. */
    public Answer fetch(Request request) {
        return fetch(request, limits);
    }

    /** Asks for a page under limits of its own; its times to connect and respond stay those of this client. */
    public Answer fetch(Request request, FetchLimits own) {
        var journey = new Journey(request.url());
        try (var deadline = watchdog.start(own.total())) {
            try {
                return follow(request, own, journey, deadline);
            } catch (IOException e) {
                return deadline.isOver()
                        ? journey.refused(
                                null,
                                FetchFailure.TOO_SLOW,
                                "over " + own.total().toSeconds() + " s",
                                null)
                        : journey.refused(null, Failures.reasonOf(e), Failures.detailOf(e), Failures.waitOf(e));
            }
        }
    }

    private Answer follow(Request request, FetchLimits own, Journey journey, Watchdog.Deadline deadline)
            throws IOException {
        var lacking = request.terms().lacking();
        if (lacking != null) {
            throw new RefusedException(FetchFailure.CREDENTIALS, lacking);
        }
        var way = way(request.terms());
        var url = WebUrl.parse(request.url())
                .orElseThrow(() -> new RefusedException(FetchFailure.BAD_URL, "no address of a web page"));
        journey.start(url);
        while (true) {
            checkPort(url);
            if (!way.equals(exchange)) {
                ProxiedHosts.check(url.host(), network);
            }
            var reply = way.get(url, request, own.size(), deadline);
            if (reply.redirect() == null) {
                return journey.arrive(reply, request);
            }
            var target = next(url, reply, request);
            if (!isFollowed(request, url, target)) {
                return journey.leave(target, reply.status());
            }
            url = target;
            journey.redirected(url, reply.status(), own.redirects());
        }
    }

    private HttpExchange way(Terms terms) throws RefusedException {
        var name = terms.proxy() == null ? network.proxies().usual() : terms.proxy();
        if (name.isEmpty()) {
            return exchange;
        }
        var way = byProxy.get(name);
        if (way == null) {
            throw new RefusedException(FetchFailure.PROXY, "this fetcher knows no proxy '" + name + "'");
        }
        return way;
    }

    private static WebUrl next(WebUrl from, Reply reply, Request request) throws RefusedException {
        var target = from.resolve(reply.redirect() == null ? "" : reply.redirect())
                .orElseThrow(
                        () -> new RefusedException(FetchFailure.BAD_REDIRECT, "no web address: " + reply.redirect()))
                .withoutFragment();
        if (from.scheme().equals("https") && target.scheme().equals("http")) {
            throw new RefusedException(FetchFailure.BAD_REDIRECT, "from https to http: " + target);
        }
        var objection = isFollowed(request, from, target)
                ? request.followTo().objectionTo(target).orElse(null)
                : null;
        if (objection != null) {
            throw new RefusedException(objection);
        }
        return target;
    }

    private static boolean isFollowed(Request request, WebUrl from, WebUrl target) {
        return !request.onSite() || Site.of(target).equals(Site.of(from));
    }

    private void checkPort(WebUrl url) throws RefusedException {
        var port = url.effectivePort();
        if (!network.ports().contains(port) && !(network.allowLoopback() && Loopback.isHost(url.host()))) {
            throw new RefusedException(FetchFailure.BLOCKED_PORT, "port " + port);
        }
    }

    @Override
    public void close() {
        watchdog.close();
        exchange.close();
        byProxy.values().forEach(HttpExchange::close);
    }
}
