package dev.dateline.tagger;

import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import dev.dateline.tagger.taxonomy.LiveTagger;

/** The stream of articles, and beside it the taxonomy that they are tagged by. */
final class TaggerService implements Service {
    private final TopicCheck taxonomyTopic;
    private final LiveTagger tagger;
    private final Service stream;

    TaggerService(TopicCheck taxonomyTopic, LiveTagger tagger, Service stream) {
        this.taxonomyTopic = taxonomyTopic;
        this.tagger = tagger;
        this.stream = stream;
    }

    @Override
    public String name() {
        return stream.name();
    }

    @Override
    public void start() throws StartException {
        taxonomyTopic.verify();
        tagger.start();
        stream.start();
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
