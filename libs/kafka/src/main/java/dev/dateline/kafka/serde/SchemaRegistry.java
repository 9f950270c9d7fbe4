package dev.dateline.kafka.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.kafka.serde.UnreadableRecordException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Speaks to a registry with Confluent's API (Apicurio's {@code /apis/ccompat/v7} is one). What it throws is Kafka's: retriable when the
 * registry is to blame, a {@link SerializationException} when the schema is. Thread-safe.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the API</a>
 */
public final class SchemaRegistry {
    /** What the versions of a subject are held to: each reads what any other has written. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final String base;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            // Else each request over plain http has "Upgrade: h2c", which some proxies answer with 403
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    public SchemaRegistry(String address) {
        this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Thrown when the registry cannot be reached: the work is tried again, no record is to blame. */
    static final class RegistryUnavailableException extends RetriableException {
        private static final long serialVersionUID = 1L;

        RegistryUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The subject under which the schemas of a topic's values are kept. */
    public static String subjectOf(String topic) {
        return topic + "-value";
    }

    /** Registers a schema where it is not registered yet; gives its id. */
    int register(String subject, Schema schema) {
        var body = json.createObjectNode().put("schema", schema.toString()).toString();
        var request = request("/subjects/" + subject + "/versions")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", JSON)
                .build();
        var answer = send(request, Set.of(CONFLICT, INVALID));
        if (!answer.hasNonNull("id")) {
            throw new SerializationException("the registry refuses the schema of " + subject + ": "
                    + answer.path("message").asText(answer.toString()));
        }
        return answer.get("id").asInt();
    }

    /** Tells whether exactly this schema is registered under a subject. */
    public boolean has(String subject, Schema schema) {
        var body = json.createObjectNode().put("schema", schema.toString()).toString();
        var request = request("/subjects/" + subject)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", JSON)
                .build();
        return send(request, Set.of(NOT_FOUND, CONFLICT, INVALID)).hasNonNull("id");
    }

    /**
     * Registers a schema and has the registry refuse any version that does not read all others, or is not read by them. Where the
     * subject is there already, that is in force before its new version is looked at.
     */
    public void registerHeld(String subject, Schema schema) {
        var held = hold(subject);
        register(subject, schema);
        if (!held && !hold(subject)) {
            throw new SerializationException("the registry does not know " + subject + ", which was just registered");
        }
    }

    /** Gives whether the registry knows the subject: not all keep a level for what is still to come. */
    private boolean hold(String subject) {
        var body = json.createObjectNode().put("compatibility", COMPATIBILITY).toString();
        var request = request("/config/" + subject)
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", JSON)
                .build();
        return send(request, Set.of(NOT_FOUND)).hasNonNull("compatibility");
    }

    /** Gives the schema of an id. */
    Schema schemaOf(int id) {
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

    /** Gives the answer when it is about what was asked; anything else is the registry's own trouble. */
    private JsonNode send(HttpRequest request, Set<Integer> expected) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var status = response.statusCode();
            if (status != OK && !expected.contains(status)) {
                throw new IOException("status " + status);
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "the schema registry at " + base + " does not answer (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while asking the schema registry", e);
        }
    }
}
