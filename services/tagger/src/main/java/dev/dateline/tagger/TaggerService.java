package dev.dateline.tagger;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import dev.dateline.tagger.taxonomy.LiveTagger;
import java.util.ArrayList;
import java.util.List;

/** The stream of articles, and beside it the taxonomy that they are tagged by. */
final class TaggerService implements Service, KafkaUser {
    private final KafkaConnection kafka;
    private final LiveTagger tagger;
    private final StreamsService stream;

    TaggerService(KafkaConnection kafka, LiveTagger tagger, StreamsService stream) {
        this.kafka = kafka;
        this.tagger = tagger;
        this.stream = stream;
    }

    @Override
    public String name() {
        return stream.name();
    }

    @Override
    public void start() throws StartException {
        new TopicCheck(kafka, taxonomy()).verify();
        tagger.start();
        stream.start();
    }

    private TopicAccess taxonomy() {
        return TopicAccess.reading(kafka.topics().taxonomy());
    }

    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(stream.rights());
        rights.addAll(Right.to(taxonomy()));
        return List.copyOf(rights);
    }

    @Override
    public Health health() {
        var working = stream.health();
        return working.state() == Health.State.UP ? worse(working, tagger.health()) : working;
    }

    private static Health worse(Health up, Health other) {
        return other.state() == Health.State.UP ? up : other;
    }

    @Override
    public void close() {
        stream.close();
        tagger.close();
    }
}
