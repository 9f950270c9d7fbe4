package dev.dateline.kafka.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.EventType;
import dev.dateline.testkit.Articles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventHeadersTest {
    private final Headers headers = new RecordHeaders();

    @Test
    void shouldDescribeEveryHeaderThatItWrites() {
        EventHeaders.write(Articles.enriched("a", 1).build(), headers);

        assertThat(headers).extracting(Header::key).containsExactlyInAnyOrderElementsOf(always());
        holdToTheirValues();
    }

    @Test
    void shouldDescribeTheHeadersOfATombstone() {
        EventHeaders.write(Articles.enriched("a", 1).build(), headers);
        EventHeaders.takenBack(EventType.LEFT, headers);

        assertThat(headers.lastHeader(EventHeaders.LEFT)).isNotNull();
        assertThat(headers.lastHeader(EventHeaders.WITHDRAWN)).isNull();
        assertThat(new String(headers.lastHeader(EventHeaders.ID).value(), StandardCharsets.UTF_8))
                .endsWith("/left");
        holdToTheirValues();
    }

    private static List<String> always() {
        return EventHeaders.OF_ARTICLES.stream()
                .filter(EventHeader::always)
                .map(EventHeader::name)
                .toList();
    }

    private void holdToTheirValues() {
        for (var header : headers) {
            var described = Stream.concat(EventHeaders.OF_ARTICLES.stream(), EventHeaders.OF_TOMBSTONES.stream())
                    .filter(known -> known.name().equals(header.key()))
                    .findFirst()
                    .orElseThrow();
            if (!described.values().isEmpty()) {
                assertThat(described.values()).contains(new String(header.value(), StandardCharsets.UTF_8));
            }
        }
    }
}
