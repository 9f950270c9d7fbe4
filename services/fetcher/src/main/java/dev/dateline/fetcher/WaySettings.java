package dev.dateline.fetcher;

import dev.dateline.fetcher.http.Proxies;
import dev.dateline.fetcher.http.Proxies.Proxy;
import dev.dateline.fetcher.terms.Secrets;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings of what sources name only: secrets, and proxies to go through. */
final class WaySettings {
    private static final Pattern PROXY_FORM =
            Pattern.compile("(?<name>[^=]+)=http://(?<host>[\\w.-]+|\\[[\\da-fA-F:.]+]):(?<port>[1-9]\\d{0,4})/?");
    /** Before the name of a proxy: the secret that it is logged in to with. */
    private static final String PROXY_SECRET = "proxy-";

    static final Setting<String> SECRETS = Setting.of(
            "fetcher.secrets",
            SettingType.STRING,
            "",
            "Folder with a file for each secret that sources name, as Kubernetes mounts one. A secret that is not there is looked for"
                    + " in the environment: that of the name news-login in DATELINE_SECRET_NEWS_LOGIN.");
    static final Setting<List<String>> PROXIES = Setting.of(
            "fetcher.proxies",
            SettingType.LIST.where(
                    list -> list.stream().allMatch(WaySettings::isProxy),
                    "names with addresses, such as eu=http://10.0.0.9:3128"),
            "",
            "Proxies that sources may name. The secret proxy-NAME holds user:password of one that wants a login. Names of hosts"
                    + " are resolved by the proxy, so it is the proxy that must refuse addresses inside.");
    static final Setting<String> PROXY = Setting.of(
            "fetcher.proxy",
            SettingType.STRING,
            "",
            "The one of fetcher.proxies that is used for sources that name none.");

    private WaySettings() {}

    static Secrets secrets(Settings settings) {
        var folder = settings.get(SECRETS);
        return new Secrets(folder.isBlank() ? null : Path.of(folder), System.getenv());
    }

    static Proxies proxies(Settings settings, Secrets secrets) {
        var byName = new HashMap<String, Proxy>();
        for (var text : settings.get(PROXIES)) {
            var form = PROXY_FORM.matcher(text);
            if (form.matches()) {
                var name = form.group("name");
                var port = Integer.parseInt(form.group("port"));
                byName.put(name, new Proxy(form.group("host"), port, () -> login(secrets, name)));
            }
        }
        return new Proxies(byName, settings.get(PROXY));
    }

    private static Optional<String> login(Secrets secrets, String proxy) {
        return secrets.find(PROXY_SECRET + proxy);
    }

    /** What is wrong with the settings together; empty when nothing is. */
    static Optional<Problem> problem(Settings settings) {
        var usual = settings.get(PROXY);
        var names = proxies(settings, new Secrets(null, Map.of())).byName().keySet();
        return usual.isEmpty() || names.contains(usual)
                ? Optional.empty()
                : Optional.of(new Problem(
                        PROXY.key(),
                        "'" + usual + "' is none of " + PROXIES.key(),
                        "Name it there, like " + usual + "=http://10.0.0.9:3128."));
    }

    private static boolean isProxy(String text) {
        var form = PROXY_FORM.matcher(text);
        return form.matches() && Proxies.isName(form.group("name")) && Integer.parseInt(form.group("port")) <= 65_535;
    }
}
