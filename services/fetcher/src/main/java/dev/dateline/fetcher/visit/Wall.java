package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.WebUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells pages that stand before an article, answered with 200 in its place: log in, pay, agree, prove to be human. Taken for the
 * article, the first would be published and every other be the same one.
 *
 * <p>There is one only at the end of a redirect, and it shows in its address: a step of the path or a name of the host says what is
 * wanted, or a parameter carries the address that was asked for, to come back to.
 */
final class Wall {
    private static final Set<String> STEPS = Set.of(
            "login",
            "log-in",
            "logon",
            "signin",
            "sign-in",
            "signup",
            "sign-up",
            "sso",
            "auth",
            "oauth",
            "paywall",
            "subscribe",
            "consent",
            "cookie-consent",
            "captcha",
            "challenge");
    private static final Set<String> HOSTS = Set.of("login", "signin", "sso", "auth", "account", "accounts", "consent");
    private static final Pattern RETURN = Pattern.compile(
            "(?i)(?:next|continue|dest|destination|back|back_?url|goto|(?:return|redirect)(?:_?(?:to|url|uri|path))?)=(.+)");
    private static final Pattern EXTENSION = Pattern.compile("\\.\\w{2,5}$");

    private Wall() {}

    /** Says whether what was asked for led to such a page. */
    static boolean stands(String asked, String led) {
        if (asked.equals(led)) {
            return false;
        }
        var from = WebUrl.parse(asked).orElse(null);
        var to = WebUrl.parse(led).orElse(null);
        return from != null && to != null && !asksFirst(from) && (asksFirst(to) || leadsBack(to, from));
    }

    private static boolean asksFirst(WebUrl url) {
        return HOSTS.contains(url.host().replaceFirst("\\..*", ""))
                || Arrays.stream(url.path().split("/"))
                        .anyMatch(step -> STEPS.contains(EXTENSION.matcher(step).replaceFirst("")));
    }

    private static boolean leadsBack(WebUrl url, WebUrl asked) {
        return url.query() != null
                && asked.path().length() > 1
                && Arrays.stream(url.query().split("&"))
                        .map(RETURN::matcher)
                        .anyMatch(
                                back -> back.matches() && decoded(back.group(1)).contains(asked.path()));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // a % that stands for itself
        }
    }
}
