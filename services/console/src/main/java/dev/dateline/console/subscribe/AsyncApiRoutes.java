package dev.dateline.console.subscribe;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.asyncapi.AsyncApi;
import dev.dateline.kafka.asyncapi.AsyncApi.Place;
import dev.dateline.kafka.serde.ReleasedSchemas;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import org.apache.kafka.clients.CommonClientConfigs;

/** Serves the description of the topics, with the addresses under which they are found here. */
public final class AsyncApiRoutes {
    /** The address of the document. */
    public static final String PATH = "/asyncapi.yaml";

    /** The address of the same for people. */
    static final String PAGE_PATH = "/topics";

    private static final String TYPE = "application/yaml"; // RFC 9512

    private final AsyncApi description;
    private final String brokers;
    private final boolean secured;
    private final String registry;

    /** @param registry address of the registry; empty when it is the console itself, under whatever name it was asked */
    public AsyncApiRoutes(KafkaConnection kafka, String registry) {
        this.description = new AsyncApi(kafka.topics().catalogue(), ReleasedSchemas.load());
        this.brokers = property(kafka, CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        this.secured = property(kafka, CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                .toUpperCase(Locale.ROOT)
                .endsWith("SSL");
        this.registry = registry;
    }

    private static String property(KafkaConnection kafka, String name) {
        return String.valueOf(kafka.properties().getOrDefault(name, ""));
    }

    /** Adds the paths to a server. */
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, request -> request.contentType(TYPE).result(description.yaml(place(request))));
        routes.get(
                PAGE_PATH,
                request -> request.contentType("text/html; charset=utf-8")
                        .result(AsyncApiPage.of(description.document(place(request)))));
    }

    private Place place(Context request) {
        return new Place(brokers, secured, registry.isEmpty() ? request.scheme() + "://" + request.host() : registry);
    }
}
