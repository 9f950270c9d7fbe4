package dev.dateline.fetcher.http;

import dev.dateline.pipeline.WebUrl;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One GET to one server. Redirects are answers here, nothing is tried twice, nothing is remembered. */
final class HttpExchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpExchange.class);
    /** Together with the longest line this bounds the memory that a head can take; its size is checked once it is read. */
    private static final int MOST_HEADERS = 256;

    private static final int LONGEST_HEADER = 16 << 10;
    private static final int MOST_CONNECTIONS = 1_000;

    private final CloseableHttpClient client;
    private final Proxies.@Nullable Proxy proxy;
    private final InstantSource clock;

    /**
     * Opens an exchange.
     *
     * @param resolver knows the servers to connect to: the proxy alone when there is one
     * @param proxy through which every request goes; null for none
     */
    HttpExchange(
            String userAgent,
            FetchLimits limits,
            DnsResolver resolver,
            Proxies.@Nullable Proxy proxy,
            InstantSource clock) {
        this.proxy = proxy;
        this.clock = clock;
        var connect = Timeout.of(limits.connect());
        var response = Timeout.of(limits.response());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_HEADER)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(response)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .build();
        var builder = HttpClients.custom();
        if (proxy != null) {
            builder.setProxy(new HttpHost(proxy.host(), proxy.port()));
            builder.setDefaultCredentialsProvider(new ProxyLogin(proxy));
        }
        client = builder.setConnectionManager(connections)
                // A host is asked once in a while: idle connections to thousands of them cost more than they save, and
                // a server that sends more than it announced cannot spoil the next answer.
                .setConnectionReuseStrategy((request, reply, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(response)
                        // No "Upgrade: TLS/1.2" on plain http, which nobody takes up: some proxies answer 403 to it
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Reply get(WebUrl url, Request request, FetchLimits.Size size, Watchdog.Deadline deadline) throws IOException {
        var get = httpGet(url, request);
        deadline.guard(get);
        var host =
                url.host().startsWith("[") ? url.host().substring(1, url.host().length() - 1) : url.host();
        var target = new HttpHost(url.scheme(), host, url.port());
        var context = HttpClientContext.create();
        var answer = client.executeOpen(target, get, context);
        try {
            if (proxy != null && isOfProxy(answer, url, context)) {
                throw new RefusedException(FetchFailure.PROXY, "the proxy answers with status " + answer.getCode());
            }
            var head = ResponseHead.of(answer, size.headers(), clock.instant());
            return new Reply(answer.getCode(), head.headers(), head.redirect(), head.retryAfter(), body(answer, size));
        } finally {
            hangUp(get, answer);
        }
    }

    /** A proxy that opens no tunnel answers in the site's place; without TLS, only what it wants for itself can be told. */
    private static boolean isOfProxy(ClassicHttpResponse answer, WebUrl url, HttpClientContext context) {
        return answer.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                || (url.scheme().equals("https") && context.getSSLSession() == null);
    }

    /** Cuts the connection first: closing in good manners would read an endless body to its end. */
    private static void hangUp(HttpGet get, ClassicHttpResponse answer) {
        get.cancel();
        try {
            answer.close();
        } catch (IOException e) {
            LOG.trace("Closing a connection that is cut already", e);
        }
    }

    private static byte[] body(ClassicHttpResponse answer, FetchLimits.Size size) throws IOException {
        var entity = answer.getEntity();
        if (entity == null || answer.getCode() < 200 || answer.getCode() >= 300) {
            return new byte[0];
        }
        if (entity.getContentLength() > size.wire() && !size.truncate()) {
            throw new RefusedException(FetchFailure.TOO_LARGE, "announced " + entity.getContentLength() + " bytes");
        }
        return BodyReader.read(entity.getContent(), ResponseHead.value(answer, HttpHeaders.CONTENT_ENCODING), size);
    }

    private static HttpGet httpGet(WebUrl url, Request request) {
        // Set piece by piece: java.net.URI knows no host with an underscore, the web does.
        var get = new HttpGet(URI.create("/"));
        get.setScheme(url.scheme());
        get.setAuthority(new URIAuthority(url.host(), url.port()));
        get.setPath(url.path() + (url.query() == null ? "" : "?" + url.query()));
        request.terms().headersFor(url).forEach(get::setHeader);
        get.setHeader(HttpHeaders.ACCEPT, request.accept());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, BodyReader.ACCEPTED_ENCODINGS);
        set(get, HttpHeaders.IF_NONE_MATCH, request.etag());
        set(get, HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
        return get;
    }

    private static void set(HttpGet get, String name, @Nullable String value) {
        if (value != null) {
            get.setHeader(name, value);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
