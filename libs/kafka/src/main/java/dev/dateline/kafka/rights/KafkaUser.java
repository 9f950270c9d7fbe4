package dev.dateline.kafka.rights;

import java.util.List;

/** A program that talks to Kafka and knows all that it does there. */
public interface KafkaUser {

    /** What it must be allowed to do, before it is started. */
    List<Right> rights();
}
