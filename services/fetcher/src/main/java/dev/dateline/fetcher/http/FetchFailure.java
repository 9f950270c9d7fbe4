package dev.dateline.fetcher.http;

import java.util.Locale;

/** Why no content was had. A closed set: each value is a metric label and a word in a source's status. */
public enum FetchFailure {
    /** No http or https address, too long, or with user information. */
    BAD_URL,
    /** A port that is not among the configured ones. */
    BLOCKED_PORT,
    /** The host has an address that is private, local or reserved. */
    BLOCKED_ADDRESS,
    /** DNS knows no such host. */
    UNKNOWN_HOST,
    /** Nobody answers at the address. */
    CONNECT_FAILED,
    /** No secure connection: certificate, name or protocol. */
    TLS,
    /** Connected, but silent for longer than allowed. */
    TIMEOUT,
    /** The whole fetch took longer than allowed, a slow trickle included. */
    TOO_SLOW,
    /** The connection broke before the answer was whole. */
    BROKEN,
    /** The answer is no HTTP, or is in an encoding that was not asked for. */
    PROTOCOL,
    /** The header fields are larger than allowed. */
    HEADERS_TOO_LARGE,
    /** The body is larger than allowed. */
    TOO_LARGE,
    /** The body unpacks to more than its size can honestly hold. */
    DECOMPRESSION_BOMB,
    /** More redirects than allowed. */
    TOO_MANY_REDIRECTS,
    /** A redirect to an address that was asked before. */
    REDIRECT_LOOP,
    /** A redirect without a target, or from https to http. */
    BAD_REDIRECT,
    /** What the site is to know us by is not there, or would be sent for all to read. */
    CREDENTIALS,
    /** The proxy is not known, not there, or will not pass the request on. */
    PROXY,
    /** The site led to a page that wants a login, money or consent first. */
    WALL,
    /** The site's robots.txt forbids it. */
    ROBOTS_FORBIDDEN,
    /** The site's robots.txt cannot be had, so nothing is allowed for now. */
    ROBOTS_UNREACHABLE,
    /** Status 429. */
    TOO_MANY_REQUESTS,
    /** Any other status from 400 to 499 than 404, 410 and 429. */
    CLIENT_ERROR,
    /** Status 500 to 599. */
    SERVER_ERROR,
    /** A status that means nothing in answer to a GET. */
    UNEXPECTED_STATUS;

    /** The name as metrics and tables show it: {@code too_slow}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
