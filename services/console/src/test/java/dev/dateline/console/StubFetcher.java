package dev.dateline.console;

import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceTrial;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Answers tests as a fetcher does, with what a test wants. */
final class StubFetcher implements TopicFollower.Listener, AutoCloseable {
    private final RunningConsole console;
    private final TopicFollower follower;
    private final Consumer<SourceTrial.Builder> answer;

    StubFetcher(RunningConsole console, Consumer<SourceTrial.Builder> answer) {
        this.console = console;
        this.answer = answer;
        this.follower = new TopicFollower(
                console.kafka, console.kafka.topics().sourceCommand().name(), "stub-fetcher", this);
        follower.start();
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        var topic = console.kafka.topics().sourceCommand();
        SourceCommand command = topic.values().deserializer().deserialize(topic.name(), record.value());
        if (command.getAction() != SourceAction.TEST) {
            return;
        }
        var trial = SourceTrial.newBuilder()
                .setCommandId(command.getCommandId())
                .setSourceId(command.getSourceId().isEmpty() ? null : command.getSourceId())
                .setUrl(command.getUrl() == null ? "https://steppe.example/feed" : command.getUrl())
                .setAt(Instant.parse("2026-03-01T12:00:00Z"));
        answer.accept(trial);
        console.begin(Topics::sourceTrial, command.getCommandId(), trial.build(), Instant.now());
    }

    @Override
    public void upToDate() {}

    @Override
    public void close() {
        follower.close();
    }
}
