package dev.dateline.standalone.archive;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.page.CanonicalLink;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes of captures what the fetcher would have published then. */
final class ArchivedArticles {
    private static final int OK = 200;

    private final String source;
    private final Publisher publisher;

    ArchivedArticles(String source, Publisher publisher) {
        this.source = source;
        this.publisher = publisher;
    }

    /** Gives the article; empty when the capture's address is no web address. */
    Optional<RawArticle> of(Capture page) {
        return CanonicalLink.of(page.url(), page.body())
                .map(identity -> RawArticle.newBuilder()
                        .setArticleId(ArticleId.of(identity))
                        .setUrl(page.url())
                        .setCanonicalUrl(identity.value())
                        .setSourceId(source)
                        .setPublisher(publisher)
                        .setFetchedAt(page.at())
                        .setFetch(Fetch.newBuilder()
                                .setHttpStatus(OK)
                                .setContentType(page.contentType())
                                .setPolicies(page.policies())
                                .build())
                        .setBody(ByteBuffer.wrap(page.body()))
                        .build());
    }
}
