package dev.dateline.kafka.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every topic that Dateline has, read from the one catalogue in the schemas jar. */
public final class TopicCatalogue {
    private static final String RESOURCE = "/dateline/topics.yaml";

    private final Map<String, TopicSpec> topics = new LinkedHashMap<>();
    private final Map<String, TopicFamily> families = new LinkedHashMap<>();

    private record File(
            @JsonProperty(required = true) List<TopicSpec> topics,
            @JsonProperty(required = true) List<String> states,
            @JsonProperty(required = true) List<Map<String, Object>> families) {}

    private TopicCatalogue() {}

    /** Reads the catalogue. */
    public static TopicCatalogue load() {
        try (var stream = TopicCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            var yaml = new ObjectMapper(new YAMLFactory());
            var file = yaml.readValue(stream, File.class);
            var catalogue = new TopicCatalogue();
            file.topics().forEach(topic -> catalogue.topics.put(topic.id(), topic));
            for (var family : file.families()) {
                var members = yaml.convertValue(family.remove("members"), Members.class);
                var spec = yaml.convertValue(family, TopicSpec.class);
                catalogue.families.put(spec.id(), new TopicFamily(spec, members));
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The same catalogue for a cluster that is kept small: no topic has more partitions than that. */
    public TopicCatalogue capped(int maxPartitions) {
        var capped = new TopicCatalogue();
        topics.forEach((id, topic) -> capped.topics.put(id, topic.capped(maxPartitions)));
        families.forEach((id, family) ->
                capped.families.put(id, new TopicFamily(family.spec().capped(maxPartitions), family.members())));
        return capped;
    }

    private static final class Members extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    /** Topics that share a contract: one for each member. */
    public record TopicFamily(TopicSpec spec, Map<String, String> members) {
        /** What stands in braces in the name of a family. */
        public static final String PARAMETER = "member";

        /** Names the topics, by the tag code that each stands for. */
        public Map<String, String> topicByCode() {
            var names = new LinkedHashMap<String, String>();
            members.forEach((member, code) -> names.put(code, nameOf(member)));
            return names;
        }

        /** How all their names begin. */
        String prefix() {
            return spec.name().substring(0, spec.name().indexOf('{'));
        }

        private String nameOf(String member) {
            return spec.name().replace("{" + PARAMETER + "}", member);
        }

        /** The topic of one member; of a family without a list, whoever asks says who belongs to it. */
        public TopicSpec topicOf(String member) {
            return spec.named(nameOf(member));
        }

        List<TopicSpec> topics() {
            return members.keySet().stream().map(this::topicOf).toList();
        }
    }

    /**
     * Gives a topic by its id in the catalogue.
     *
     * @throws IllegalArgumentException when there is none, which is a bug
     */
    public TopicSpec topic(String id) {
        var spec = topics.get(id);
        if (spec == null) {
            throw new IllegalArgumentException("no topic '" + id + "' in " + RESOURCE);
        }
        return spec;
    }

    /** Gives a family by its id, as {@link #topic}. */
    public TopicFamily family(String id) {
        var family = families.get(id);
        if (family == null) {
            throw new IllegalArgumentException("no family '" + id + "' in " + RESOURCE);
        }
        return family;
    }

    /** The topics that stand alone. */
    public Collection<TopicSpec> topics() {
        return Collections.unmodifiableCollection(topics.values());
    }

    public Collection<TopicFamily> families() {
        return Collections.unmodifiableCollection(families.values());
    }

    /** The topics of all families. */
    public List<TopicSpec> members() {
        return families.values().stream()
                .flatMap(family -> family.topics().stream())
                .toList();
    }

    /** Of families whose members are named by whoever makes one: the topic of a member called NAME. */
    List<TopicSpec> open() {
        return families.values().stream()
                .filter(family -> family.members().isEmpty())
                .map(family -> family.topicOf("NAME"))
                .toList();
    }

    /** Every topic, members of families included. */
    public List<TopicSpec> all() {
        var all = new ArrayList<>(topics.values());
        all.addAll(members());
        return all;
    }
}
