package dev.dateline.kafka.topics;

import dev.dateline.kafka.serde.AvroSerde;
import dev.dateline.kafka.serde.RecordReader;
import dev.dateline.kafka.serde.SchemaIds;
import dev.dateline.kafka.serde.SchemaRegistry;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.HostState;
import dev.dateline.schema.IndexEntry;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Route;
import dev.dateline.schema.RouteState;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.SourceTrial;
import dev.dateline.schema.Story;
import dev.dateline.schema.Takedown;
import dev.dateline.schema.TaxonomyRecord;
import dev.dateline.schema.UniqueArticle;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The topics of the catalogue as typed values: where code says which topic it means. */
public final class Topics {
    private final TopicCatalogue catalogue;
    private final SchemaIds ids;

    public Topics(TopicCatalogue catalogue, SchemaIds ids) {
        this.catalogue = catalogue;
        this.ids = ids;
    }

    public TopicCatalogue catalogue() {
        return catalogue;
    }

    /** The registry that records are written with, where there is one. */
    Optional<SchemaRegistry> registry() {
        return ids.registry();
    }

    public Topic<Source> source() {
        return topic("source", Source.class);
    }

    public Topic<SourceCommand> sourceCommand() {
        return topic("source-command", SourceCommand.class);
    }

    public Topic<SourceTrial> sourceTrial() {
        return topic("source-trial", SourceTrial.class);
    }

    public Topic<SourceStatus> sourceStatus() {
        return topic("source-status", SourceStatus.class);
    }

    public Topic<FetchRequest> fetchRequest() {
        return topic("fetch-request", FetchRequest.class);
    }

    public Topic<FetchVisit> visit() {
        return topic("visit", FetchVisit.class);
    }

    public Topic<RawArticle> raw() {
        return topic("raw", RawArticle.class);
    }

    public Topic<CleanArticle> clean() {
        return topic("clean", CleanArticle.class);
    }

    public Topic<HostBoilerplate> boilerplate() {
        return topic("boilerplate", HostBoilerplate.class);
    }

    public Topic<UniqueArticle> unique() {
        return topic("unique", UniqueArticle.class);
    }

    public Topic<DuplicateArticle> duplicate() {
        return topic("duplicate", DuplicateArticle.class);
    }

    public Topic<Story> story() {
        return topic("story", Story.class);
    }

    public Topic<EnrichedArticle> enriched() {
        return topic("enriched", EnrichedArticle.class);
    }

    public Topic<Disposition> disposition() {
        return topic("disposition", Disposition.class);
    }

    public Topic<TaxonomyRecord> taxonomy() {
        return topic("taxonomy", TaxonomyRecord.class);
    }

    public Topic<Route> route() {
        return topic("route", Route.class);
    }

    public Topic<EnrichedArticle> routeRefill() {
        return topic("route-refill", EnrichedArticle.class);
    }

    /** The topic of a route that somebody made. */
    public Topic<EnrichedArticle> ownRoute(String name) {
        return new Topic<>(catalogue.family("own-route").topicOf(name), new AvroSerde<>(EnrichedArticle.class, ids));
    }

    /** How the topic of every route that somebody made begins. */
    public String ownRoutePrefix() {
        return catalogue.family("own-route").prefix();
    }

    public Topic<AuditEntry> audit() {
        return topic("audit", AuditEntry.class);
    }

    public Topic<Takedown> takedown() {
        return topic("takedown", Takedown.class);
    }

    /** Values are the bytes that could not be worked on. */
    public Topic<byte[]> deadLetter() {
        return new Topic<>(catalogue.topic("dead-letter"), Serdes.ByteArray());
    }

    /** Reads records whatever their topic. */
    public RecordReader records() {
        return new RecordReader(ids);
    }

    /** How the router's memory is kept in its store and changelog. */
    public Serde<RouteState> routeStates() {
        return new AvroSerde<>(RouteState.class, ids);
    }

    /** How the deduplicator's memory is kept in its store and changelog. */
    public Serde<ArticleState> articleStates() {
        return new AvroSerde<>(ArticleState.class, ids);
    }

    /** How the deduplicator's index is kept in its store and changelog. */
    public Serde<IndexEntry> indexEntries() {
        return new AvroSerde<>(IndexEntry.class, ids);
    }

    /** How the memory of the learning of boilerplate is kept in its store and changelog. */
    public Serde<HostState> hostStates() {
        return new AvroSerde<>(HostState.class, ids);
    }

    private <V extends SpecificRecord> Topic<V> topic(String id, Class<V> type) {
        var spec = catalogue.topic(id);
        return new Topic<>(spec, new AvroSerde<>(type, ids));
    }
}
