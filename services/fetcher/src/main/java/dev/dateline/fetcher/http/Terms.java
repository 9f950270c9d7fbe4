package dev.dateline.fetcher.http;

import dev.dateline.pipeline.WebUrl;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a source is asked, beside the address.
 *
 * @param headers go with every request, redirects included: they are no secrets
 * @param credential goes to its own origin alone; null where none is needed
 * @param proxy name of the proxy to go through; empty for none, null for the client's usual way
 * @param lacking why nothing may be asked on these terms, for people; null when all is there
 */
public record Terms(
        Map<String, String> headers,
        @Nullable Credential credential,
        @Nullable String proxy,
        @Nullable String lacking) {
    /** The usual terms. */
    public static final Terms USUAL = new Terms(Map.of(), null, null, null);

    public Terms {
        headers = Map.copyOf(headers);
    }

    /**
     * A header field that a site knows us by. It is sent to one origin only, and only where nobody on the way can read it.
     *
     * @param origin scheme, host and port, as {@link WebUrl#origin} gives it
     * @param value the secret
     */
    public record Credential(String origin, String header, String value) {
        boolean isFor(WebUrl url) {
            return url.origin().equals(origin) && (url.scheme().equals("https") || Loopback.isHost(url.host()));
        }

        @Override
        public String toString() {
            return "Credential[" + header + " for " + origin + "]";
        }
    }

    /** Gives the header fields that go to an address. */
    Map<String, String> headersFor(WebUrl url) {
        if (credential == null || !credential.isFor(url)) {
            return headers;
        }
        var with = new HashMap<>(headers);
        with.put(credential.header(), credential.value());
        return with;
    }

    /** Gives these terms without what only the source's own documents need: for its robots.txt, that anyone may read. */
    public Terms wayOnly() {
        return new Terms(Map.of(), null, proxy, null);
    }

    /** Gives these terms without the credential. */
    public Terms anonymous() {
        return credential == null && lacking == null ? this : new Terms(headers, null, proxy, null);
    }
}
