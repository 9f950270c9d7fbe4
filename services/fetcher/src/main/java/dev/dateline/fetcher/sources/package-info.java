/**
 * The sources as operators write them down. Start with {@link dev.dateline.fetcher.sources.SourcesFile}; {@link
 * dev.dateline.fetcher.sources.SourcePublisher} tells the fetchers.
 */
@NullMarked
package dev.dateline.fetcher.sources;

import org.jspecify.annotations.NullMarked;
