package dev.dateline.fetcher.sources;

import dev.dateline.fetcher.http.Loopback;
import dev.dateline.fetcher.http.OwnHeaders;
import dev.dateline.fetcher.terms.Secrets;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.schema.CredentialKind;
import dev.dateline.schema.Credentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** The credentials of a source in a file: the name of a secret, and how it is shown to the site. */
final class CredentialsEntry {
    static final String KEY = "credentials";

    private static final String HEADER = "header";
    private static final String SECRET = "secret";
    private static final String PAGES = "pages";
    private static final Map<String, CredentialKind> KINDS =
            Map.of("basic", CredentialKind.BASIC, "bearer", CredentialKind.BEARER, HEADER, CredentialKind.HEADER);
    private static final List<String> KEYS = List.of("basic", "bearer", HEADER, SECRET, PAGES);
    private static final String FORM =
            "Write one of '{basic: NAME}', '{bearer: NAME}' and '{header: X-Api-Key, secret: NAME}', where NAME is that of a secret.";

    private CredentialsEntry() {}

    /**
     * Reads them; null when there is a problem.
     *
     * @param url of the source; null when it has none
     */
    static @Nullable Credentials read(MappingNode mapping, YamlEntry source, @Nullable String url) {
        var entry = source.within(mapping, KEYS);
        var kinds = KINDS.keySet().stream().filter(entry::has).toList();
        if (kinds.size() != 1 || entry.has(HEADER) != entry.has(SECRET)) {
            source.problem(source.place(mapping), "credentials name no secret, or not how it is sent", FORM);
            return null;
        }
        if (url != null && !isSafe(url)) {
            source.problem(
                    source.place(mapping),
                    "credentials would go over http, for all on the way to read",
                    "Give the https address of the source.");
            return null;
        }
        var kind = kinds.get(0);
        var secretKey = kind.equals(HEADER) ? SECRET : kind;
        entry.check(
                secretKey, Secrets::isName, "is no name of a secret", "Use a-z, 0-9, hyphens and dots, at most 63.");
        entry.check(HEADER, CredentialsEntry::isHeader, "is no header that credentials travel in", FORM);
        var pages = entry.parsed(PAGES, SettingType.BOOLEAN);
        var secret = entry.text(secretKey);
        if (secret == null) {
            source.problem(source.place(mapping), "credentials name no secret", FORM);
            return null;
        }
        return Credentials.newBuilder()
                .setKind(KINDS.get(kind))
                .setSecret(secret)
                .setHeader(entry.text(HEADER))
                .setPages(pages != null && pages)
                .build();
    }

    private static boolean isHeader(String name) {
        return OwnHeaders.isName(name) && OwnHeaders.isOurs(name);
    }

    private static boolean isSafe(String url) {
        return WebUrl.parse(url)
                .filter(address -> address.scheme().equals("http") && !Loopback.isHost(address.host()))
                .isEmpty();
    }
}
