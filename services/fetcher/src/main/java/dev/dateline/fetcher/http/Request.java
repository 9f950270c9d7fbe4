package dev.dateline.fetcher.http;

import org.jspecify.annotations.Nullable;

/**
 * One page to ask for.
 *
 * @param url as found; it is checked by the client
 * @param accept value of the Accept header
 * @param etag validator of the copy that is known already, as the server sent it
 * @param lastModified the other validator, as the server sent it
 * @param terms beside the address
 * @param followTo says whether a redirect's target may be asked
 * @param onSite true when a redirect to another site is not followed but answered: {@link Answer.Elsewhere}
 */
public record Request(
        String url,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified,
        Terms terms,
        RedirectRule followTo,
        boolean onSite) {
    private static final String PAGES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";
    private static final String FEEDS =
            "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,"
                    + "application/json;q=0.8,*/*;q=0.5";

    /** An article's page. */
    public static Request page(String url) {
        return new Request(url, PAGES, null, null, Terms.USUAL, RedirectRule.ANYWHERE, false);
    }

    /** A feed. */
    public static Request feed(String url) {
        return new Request(url, FEEDS, null, null, Terms.USUAL, RedirectRule.ANYWHERE, false);
    }

    /** A plain text such as robots.txt. */
    public static Request text(String url) {
        return new Request(url, "text/plain,*/*;q=0.5", null, null, Terms.USUAL, RedirectRule.ANYWHERE, false);
    }

    /** Gives the same request on other terms. */
    public Request on(Terms others) {
        return new Request(url, accept, etag, lastModified, others, followTo, onSite);
    }

    /** Gives the same request, answered only when the page differs from the copy with these validators. */
    public Request unlessMatches(@Nullable String newEtag, @Nullable String newLastModified) {
        return new Request(url, accept, newEtag, newLastModified, terms, followTo, onSite);
    }

    /** Gives the same request, whose redirects are followed only to addresses that a rule allows. */
    public Request followingOnly(RedirectRule rule) {
        return new Request(url, accept, etag, lastModified, terms, rule, onSite);
    }

    /** Gives the same request, which asks no site but that of its address. */
    public Request staying() {
        return new Request(url, accept, etag, lastModified, terms, followTo, true);
    }
}
