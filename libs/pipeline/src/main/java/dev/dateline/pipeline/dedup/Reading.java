package dev.dateline.pipeline.dedup;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.CleanArticle;
import java.util.Optional;

/**
 * What of an article is compared, unpacked once however many it is compared with.
 *
 * @param site host of its address without "www."; empty when that is no web address
 */
record Reading(Signature signature, Fingerprint fingerprint, Optional<String> site) {

    /**
     * Unpacks an article's sketch; empty when there is none that can be compared.
     *
     * @throws IllegalArgumentException when the sketch is broken
     */
    static Optional<Reading> of(CleanArticle article) {
        var sketch = article.getSketch();
        return Signature.of(sketch)
                .flatMap(signature -> Fingerprint.of(sketch)
                        .map(fingerprint -> new Reading(signature, fingerprint, siteOf(article.getCanonicalUrl()))));
    }

    /** Says whether an address is known to be of another site. */
    boolean isOfAnotherSite(String url) {
        return site.isPresent()
                && siteOf(url).filter(other -> !other.equals(site.get())).isPresent();
    }

    private static Optional<String> siteOf(String url) {
        return WebUrl.parse(url).map(parsed -> parsed.host().replaceFirst("^www\\.", ""));
    }
}
