/** Kafka and PostgreSQL that demand TLS, passwords and rights. Start with {@link dev.dateline.standalone.security.KafkaSecurityIT}. */
package dev.dateline.standalone.security;
