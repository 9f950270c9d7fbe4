package dev.dateline.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.json.Json;
import dev.dateline.kafka.serde.SchemaRegistry;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The paths of the registry API. */
public final class RegistryRoutes {
    /** The type that Confluent's clients ask for. */
    public static final String TYPE = "application/vnd.schemaregistry.v1+json";

    private static final String APICURIO = "/apis/registry/v2";

    /** What released schemas are held to; see schemas/README.md. */
    private static final Map<String, String> COMPATIBILITY = Map.of("compatibilityLevel", SchemaRegistry.COMPATIBILITY);

    private final Registry registry;

    public RegistryRoutes(Registry registry) {
        this.registry = registry;
    }

    /** Adds the paths to a server. */
    public void addTo(RoutesConfig routes) {
        routes.get("/schemas/types", request -> answer(request, List.of("AVRO")));
        routes.get("/schemas/ids/{id}", request -> answer(request, registry.schema(request.pathParam("id"))));
        routes.get(
                "/schemas/ids/{id}/versions", request -> answer(request, registry.versionsOf(request.pathParam("id"))));
        routes.get("/subjects", request -> answer(request, registry.subjects()));
        routes.post(
                "/subjects/{subject}", request -> answer(request, registry.lookUp(subject(request), schema(request))));
        routes.get("/subjects/{subject}/versions", request -> answer(request, registry.versions(subject(request))));
        routes.post(
                "/subjects/{subject}/versions",
                request -> answer(request, registry.register(subject(request), schema(request))));
        routes.get(
                "/subjects/{subject}/versions/{version}",
                request -> answer(request, registry.version(subject(request), request.pathParam("version"))));
        // What Apicurio's deserializers ask, for whom an id is that of a content; ours never lead to others
        routes.get(
                APICURIO + "/ids/contentIds/{id}",
                request -> request.contentType("application/json")
                        .result(registry.schema(request.pathParam("id")).schema()));
        routes.get(APICURIO + "/ids/contentIds/{id}/references", request -> answer(request, List.of()));
        routes.get("/config", request -> answer(request, COMPATIBILITY));
        routes.get("/config/{subject}", this::compatibility);
        routes.exception(RegistryException.class, (e, request) -> {
            request.status(e.status());
            answer(request, e.body());
        });
    }

    private void compatibility(Context request) {
        registry.versions(subject(request));
        answer(request, COMPATIBILITY);
    }

    private static String subject(Context request) {
        return request.pathParam("subject");
    }

    private static String schema(Context request) {
        JsonNode schema = Json.parse(request.body()).path("schema");
        if (!schema.isTextual()) {
            throw RegistryException.invalidSchema("the body has no text \"schema\"");
        }
        return schema.asText();
    }

    private static void answer(Context request, Object body) {
        request.contentType(TYPE).result(Json.bytes(body));
    }
}
