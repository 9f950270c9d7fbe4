package dev.dateline.pipeline;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;

/**
 * Host and port of a web address. Hosts follow the WHATWG host parser: escapes decoded, international names to punycode
 * (UTS #46, non-transitional), anything that ends in a number is an IPv4 address or nothing.
 *
 * @param port -1 when it is the scheme's default
 */
record WebAuthority(String host, int port) {
    private static final IDNA IDN =
            IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%\"`{}'()!$&*+,;=~";
    private static final int MAX_HOST = 253;
    private static final int MAX_LABEL = 63;
    private static final int INVALID_PORT = -2;

    static Optional<WebAuthority> parse(String scheme, String text) {
        if (text.indexOf('@') >= 0) {
            return Optional.empty();
        }
        var colon = text.lastIndexOf(':');
        var hasPort = colon > text.lastIndexOf(']');
        var port = hasPort ? port(text.substring(colon + 1), scheme) : -1;
        return port == INVALID_PORT
                ? Optional.empty()
                : host(hasPort ? text.substring(0, colon) : text).map(host -> new WebAuthority(host, port));
    }

    private static int port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return -1;
        }
        if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return INVALID_PORT;
        }
        var port = Integer.parseInt(digits);
        if (port == 0 || port > 65_535) {
            return INVALID_PORT;
        }
        return port == WebUrl.defaultPort(scheme) ? -1 : port;
    }

    private static Optional<String> host(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            return IpLiteral.parseV6(text.substring(1, text.length() - 1)).map(address -> "[" + address + "]");
        }
        var name = ascii(PercentEncoding.decode(text));
        if (name.isEmpty() || name.length() > MAX_HOST || !name.chars().allMatch(WebAuthority::isAllowed)) {
            return Optional.empty();
        }
        if (IpLiteral.endsInNumber(name)) {
            return IpLiteral.parseV4(name);
        }
        return hasGoodLabels(name) ? Optional.of(name) : Optional.empty();
    }

    private static String ascii(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (!lower.chars().allMatch(c -> c < 128) || lower.contains("xn--")) {
            var info = new IDNA.Info();
            var ascii = IDN.nameToASCII(name, new StringBuilder(), info).toString();
            lower = info.hasErrors() ? "" : ascii;
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean hasGoodLabels(String name) {
        for (var label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(int c) {
        return c > ' ' && c < 127 && FORBIDDEN.indexOf(c) < 0;
    }
}
