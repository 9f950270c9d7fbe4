package dev.dateline.fetcher.http;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Tells the client the login of one proxy when that asks for it, and nobody else's to anybody. */
record ProxyLogin(Proxies.Proxy proxy) implements CredentialsProvider {
    @Override
    public @Nullable Credentials getCredentials(AuthScope scope, HttpContext context) {
        if (!proxy.host().equalsIgnoreCase(scope.getHost()) || proxy.port() != scope.getPort()) {
            return null;
        }
        return proxy.login()
                .get()
                .map(login -> login.split(":", 2))
                .map(parts ->
                        new UsernamePasswordCredentials(parts[0], (parts.length > 1 ? parts[1] : "").toCharArray()))
                .orElse(null);
    }
}
