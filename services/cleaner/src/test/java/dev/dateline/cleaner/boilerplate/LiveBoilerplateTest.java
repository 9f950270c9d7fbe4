package dev.dateline.cleaner.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.cleaner.CleanerMetrics;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.page.LearntBlocks;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.RepeatedBlock;
import dev.dateline.schema.TextEdge;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveBoilerplateTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Topic<HostBoilerplate> topic;
    private LiveBoilerplate boilerplate;

    @BeforeEach
    void makeOne() throws Exception {
        var kafka = KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL).load());
        topic = kafka.topics().boilerplate();
        boilerplate = new LiveBoilerplate(kafka, Set.of("left.example"), meters);
    }

    @Test
    void shouldKnowTheNewestVersionOfEachHost() {
        take("news.example", 1, "One.");
        take("news.example", 2, "One.", "Two.");
        take("other.example", 1, "Three.");

        assertThat(boilerplate.of("news.example").version()).isEqualTo(2);
        assertThat(boilerplate.of("other.example").version()).isOne();
        assertThat(boilerplate.of("unknown.example")).isSameAs(LearntBlocks.NONE);
        assertThat(meters.get(CleanerMetrics.BOILERPLATE_HOSTS.name()).gauge().value())
                .isEqualTo(2);
        assertThat(meters.get(CleanerMetrics.BOILERPLATE_BLOCKS.name()).gauge().value())
                .isEqualTo(3);
    }

    @Test
    void shouldForgetAHostWhoseRecordIsDeletedOrEmpty() {
        take("news.example", 1, "One.");
        take("other.example", 1, "One.");

        boilerplate.take(record("news.example", null));
        take("other.example", 2);

        assertThat(boilerplate.of("news.example")).isSameAs(LearntBlocks.NONE);
        assertThat(boilerplate.of("other.example").version()).isEqualTo(2);
        assertThat(meters.get(CleanerMetrics.BOILERPLATE_HOSTS.name()).gauge().value())
                .isZero();
    }

    @Test
    void shouldStayAsItIsWhenARecordIsUnreadable() {
        take("news.example", 1, "One.");

        boilerplate.take(record("news.example", new byte[] {7}));

        assertThat(boilerplate.of("news.example").version()).isOne();
    }

    @Test
    void shouldLeaveHostsAloneThatTheOperatorNames() {
        take("left.example", 1, "One.");

        assertThat(boilerplate.of("left.example")).isSameAs(LearntBlocks.NONE);
    }

    private void take(String host, int version, String... texts) {
        var blocks = List.of(texts).stream()
                .map(text -> new RepeatedBlock(TextEdge.TAIL, text, 30))
                .toList();
        var learnt = new HostBoilerplate(host, version, blocks, 40, Articles.FETCHED);
        boilerplate.take(record(host, topic.values().serializer().serialize(topic.name(), learnt)));
    }

    private ConsumerRecord<String, byte[]> record(String host, byte[] value) {
        return new ConsumerRecord<>(topic.name(), 0, 0, host, value);
    }
}
