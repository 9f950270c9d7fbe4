package dev.dateline.pipeline.page;

import dev.dateline.pipeline.WebUrl;

/** What hosts are known to repeat at the ends of their texts. Thread-safe. */
@FunctionalInterface
public interface LearntBoilerplate {
    /** Nothing is known of any host. */
    LearntBoilerplate NONE = host -> LearntBlocks.NONE;

    /** Gives what is known of a host at this moment; {@link LearntBlocks#NONE} when nothing is. */
    LearntBlocks of(String host);

    /** Names the host of an address as it is known here, without www; empty when it is no web address. */
    static String host(String url) {
        return WebUrl.parse(url)
                .map(parsed -> parsed.host().startsWith("www.") ? parsed.host().substring(4) : parsed.host())
                .orElse("");
    }
}
