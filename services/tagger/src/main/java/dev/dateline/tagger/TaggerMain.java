package dev.dateline.tagger;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.pipeline.tag.ArticleTagger;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.tagger.taxonomy.LiveTagger;
import java.util.List;
import java.util.Set;

/** Tags original articles with regions and themes. */
public final class TaggerMain {
    static final Setting<List<String>> WARM_UP = Setting.of(
            "tagger.warm-up",
            SettingType.LIST,
            "en,ru,kk,ky,uz,zh",
            "Languages whose terms are made ready at the start; the first article of any other waits for its own.");

    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "tagger",
            "Tags original articles with regions and themes, each with its evidence.",
            StreamsSettings.with(List.of(WARM_UP)),
            TaggerMain::create);

    private TaggerMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    static Service create(Environment environment) throws StartException {
        var kafka = KafkaConnection.from(environment.settings());
        var topics = kafka.topics();
        var meters = environment.meters();
        var tagger = new LiveTagger(kafka, Set.copyOf(environment.settings().get(WARM_UP)), meters);
        var stage = new ArticleTagger(
                tagger,
                language -> TaggerMetrics.ABSTENTIONS
                        .counter(meters, TagLabel.ofLanguage(language))
                        .increment());
        var topology = TaggerTopology.build(topics, new TagMeters(stage, meters), meters);
        return new TaggerService(
                kafka,
                tagger,
                StreamsService.of(DEFINITION.name(), TaggerTopology.STAGE, topology, kafka, environment, List.of()));
    }
}
