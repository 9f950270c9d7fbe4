package dev.dateline.fetcher.terms;

import dev.dateline.fetcher.http.Loopback;
import dev.dateline.fetcher.http.OwnHeaders;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.http.Terms.Credential;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.CredentialKind;
import dev.dateline.schema.Credentials;
import dev.dateline.schema.Source;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes terms of what a source says. A source may have been written by any program, so all that a file of sources is checked for
 * is checked here again. Thread-safe.
 *
 * <p>A credential goes to the source's own origin and nowhere else: not to a host that a redirect or a link leads to, and over
 * http only to this machine. Terms that lack their credential say so, and nothing is asked on them.
 */
public final class SourceTerms {
    private final Secrets secrets;

    public SourceTerms(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Gives the terms on which the source itself is polled. */
    public Terms poll(Source source) {
        var credentials = source.getCredentials();
        var usual = new Terms(headers(source), null, source.getProxy(), null);
        return credentials == null ? usual : with(credentials, usual, source);
    }

    /** Gives the terms on which its article pages are opened: without its credentials, unless it says that they need them. */
    public Terms page(Source source) {
        var credentials = source.getCredentials();
        return credentials == null || credentials.getPages()
                ? poll(source)
                : poll(source).anonymous();
    }

    private static Map<String, String> headers(Source source) {
        return source.getHeaders().entrySet().stream()
                .filter(header -> OwnHeaders.isName(header.getKey())
                        && OwnHeaders.isOurs(header.getKey())
                        && !OwnHeaders.isSecret(header.getKey())
                        && OwnHeaders.isValue(header.getValue()))
                .limit(OwnHeaders.MOST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Terms with(Credentials credentials, Terms usual, Source source) {
        var name = credentials.getSecret();
        var url = WebUrl.parse(source.getUrl()).orElse(null);
        if (url == null || !(url.scheme().equals("https") || Loopback.isHost(url.host()))) {
            return lacking(usual, "credentials are sent over https only, and this is no such address");
        }
        var header = headerOf(credentials);
        if (header == null) {
            return lacking(usual, "'" + credentials.getHeader() + "' is no header that credentials travel in");
        }
        var secret = secrets.find(name);
        if (secret.isEmpty()) {
            return lacking(usual, "there is no secret '" + name + "': give this fetcher " + secrets.places(name));
        }
        return valueOf(credentials.getKind(), secret.get())
                .map(value ->
                        new Terms(usual.headers(), new Credential(url.origin(), header, value), usual.proxy(), null))
                .orElseGet(() -> lacking(usual, "secret '" + name + "' is not of the form that its kind needs"));
    }

    private static Terms lacking(Terms usual, String what) {
        return new Terms(usual.headers(), null, usual.proxy(), what);
    }

    private static @Nullable String headerOf(Credentials credentials) {
        if (credentials.getKind() != CredentialKind.HEADER) {
            return "Authorization";
        }
        var header = Objects.requireNonNullElse(credentials.getHeader(), "");
        return OwnHeaders.isName(header) && OwnHeaders.isOurs(header) ? header : null;
    }

    /** Gives what the header says; empty when the secret is none that can be sent so. */
    private static Optional<String> valueOf(CredentialKind kind, String secret) {
        if (kind == CredentialKind.BASIC) {
            var login = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            return secret.indexOf(':') < 0 ? Optional.empty() : Optional.of("Basic " + login);
        }
        var value = kind == CredentialKind.BEARER ? "Bearer " + secret : secret;
        return OwnHeaders.isSendable(value) ? Optional.of(value) : Optional.empty();
    }
}
