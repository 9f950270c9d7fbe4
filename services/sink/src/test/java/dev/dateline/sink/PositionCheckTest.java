package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.sink.database.StoredOffsets.Position;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PositionCheckTest {
    private static final TopicPartition PARTITION = new TopicPartition("news", 3);

    private final PositionCheck check = new PositionCheck(new KafkaIdentity("cluster", Map.of("news", "id")));

    @Test
    void shouldReadOnWithinTheTopic() {
        assertThat(check.problem(PARTITION, new Position(10, "cluster", "id", null), 10, 10))
                .isEmpty();
    }

    @Test
    void shouldRefuseAnotherCluster() {
        assertThat(check.problem(PARTITION, new Position(10, "other", "id", null), 0, 20))
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("cluster other"));
    }

    @Test
    void shouldRefuseATopicThatWasMadeAnew() {
        assertThat(check.problem(PARTITION, new Position(10, "cluster", "old", null), 0, 20))
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("made anew"));
    }

    @Test
    void shouldTellHowMuchRetentionDeletedUnread() {
        assertThat(check.problem(PARTITION, new Position(10, "cluster", "id", null), 15, 20))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.what()).contains("5 offsets were deleted");
                    assertThat(problem.mend()).contains("next_offset = 15");
                });
    }

    @Test
    void shouldRefuseAPositionBehindTheEnd() {
        assertThat(check.problem(PARTITION, new Position(21, "cluster", "id", null), 0, 20))
                .hasValueSatisfying(problem -> assertThat(problem.what()).contains("Kafka has lost records"));
    }
}
