package dev.dateline.fetcher.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.serde.BundledSchemaIds;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.feed.Feed;
import dev.dateline.pipeline.feed.FeedParser;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Records that Kafka takes: one that it refused would stop the fetcher, and whoever takes its place. */
class OutboxTest {
    static {
        Contracts.trust();
    }

    /** What a broker takes of topics that say nothing else: message.max.bytes, less what surrounds a record. */
    private static final int MOST_BYTES = 1_000_000;

    private static final String SITE = "news.example";
    private static final String URL = "https://" + SITE + "/a";

    private final Topics topics = new Topics(TopicCatalogue.load(), new BundledSchemaIds(ReleasedSchemas.load()));
    private final Outbox outbox = new Outbox(topics, new SimpleMeterRegistry().timer("discovery"));

    @Test
    void shouldRememberTheLargestItemThatAFeedCanHave() {
        var visit = visit(largestItem());

        outbox.remember(0, visit);
        outbox.request(
                SITE, FetchRequest.newBuilder().setSourceId("a").setVisit(visit).build());

        assertThat(topics.visit().spec().maxMessageBytes()).isNull();
        assertThat(topics.fetchRequest().spec().maxMessageBytes()).isNull();
        assertThat(outbox.drain())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.value()).hasSizeBetween(800_000, MOST_BYTES));
    }

    private static FeedItem largestItem() {
        var text = "語".repeat(400_000);
        var values = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            values.append("<dc:creator>").append(i).append(text, 0, 2_000).append("</dc:creator>");
            values.append("<category>").append(i).append(text, 0, 2_000).append("</category>");
        }
        var feed =
                "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                        + "<channel><item><link>" + URL + "</link><title>" + text + "</title><description>" + text
                        + "</description>"
                        + "<content:encoded>" + text + "</content:encoded>" + values + "</item></channel></rss>";
        var parsed = (Feed) FeedParser.parse(feed.getBytes(StandardCharsets.UTF_8), "text/xml", URL);
        return parsed.entries().get(0).item();
    }

    private static FetchVisit visit(FeedItem item) {
        return FetchVisit.newBuilder()
                .setUrl(URL)
                .setSourceId("a")
                .setFirstSeen(Instant.EPOCH)
                .setLastAttempt(Instant.EPOCH)
                .setItem(item)
                .build();
    }
}
