package dev.dateline.kafka.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Ids from a registry that speaks Confluent's API (Apicurio's {@code /apis/ccompat/v7} does). A schema is registered under
 * the subject {@code <topic>-value} when it is first written.
 */
public final class RegistrySchemaIds implements SchemaIds {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final String base;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Map<String, Map<Schema, Integer>> bySubject = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();

    public RegistrySchemaIds(String address) {
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Thrown when the registry cannot be reached: the work is tried again, no record is to blame. */
    static final class RegistryUnavailableException extends RetriableException {
        private static final long serialVersionUID = 1L;

        RegistryUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public int idOf(String topic, Schema schema) {
        return bySubject
                .computeIfAbsent(topic + "-value", subject -> new ConcurrentHashMap<>())
                .computeIfAbsent(schema, unknown -> register(topic + "-value", unknown));
    }

    @Override
    public Schema schemaOf(int id) {
        return byId.computeIfAbsent(id, this::fetch);
    }

    private int register(String subject, Schema schema) {
        var body = json.createObjectNode().put("schema", schema.toString()).toString();
        var request = request("/subjects/" + subject + "/versions")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", JSON)
                .build();
        var answer = send(request, Set.of(CONFLICT, INVALID));
        if (!answer.hasNonNull("id")) {
            throw new SerializationException("the registry refuses the schema of " + subject + ": " + answer);
        }
        return answer.get("id").asInt();
    }

    private Schema fetch(int id) {
        var answer = send(request("/schemas/ids/" + id).GET().build(), Set.of(NOT_FOUND));
        if (!answer.hasNonNull("schema")) {
            throw new UnreadableRecordException(Reason.UNKNOWN_SCHEMA, "the registry has no schema with id " + id);
        }
        try {
            return new Schema.Parser().parse(answer.get("schema").asText());
        } catch (SchemaParseException e) {
            throw new UnreadableRecordException(Reason.UNKNOWN_SCHEMA, "schema " + id + " is not Avro", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).header("Accept", JSON);
    }

    /** Gives the answer when it is about the schema in hand; anything else is the registry's own trouble. */
    private JsonNode send(HttpRequest request, Set<Integer> aboutTheSchema) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var status = response.statusCode();
            if (status != OK && !aboutTheSchema.contains(status)) {
                throw new IOException("status " + status);
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new RegistryUnavailableException("the schema registry at " + base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking the schema registry", e);
        }
    }
}
