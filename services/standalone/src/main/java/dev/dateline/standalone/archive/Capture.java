package dev.dateline.standalone.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as an archive has it.
 *
 * @param url address that was asked
 * @param at when
 * @param contentType as sent
 * @param policies opt-outs that came with it, as sent
 * @param body decoded from its transfer and content encodings
 */
record Capture(String url, Instant at, @Nullable String contentType, List<String> policies, byte[] body) {}
