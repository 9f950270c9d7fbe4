package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {
    @Test
    void shouldKeepItsTopicsOverARestart() throws Exception {
        try (var broker = EmbeddedBroker.create()) {
            broker.createTopic("news.test.v1", 2);
            broker.stop();
            broker.start();
            try (var admin = broker.admin()) {
                assertThat(admin.listTopics().names().get()).contains("news.test.v1");
            }
        }
    }
}
