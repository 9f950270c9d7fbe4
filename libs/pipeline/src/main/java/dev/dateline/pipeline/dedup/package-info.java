/**
 * Tells new articles from versions and copies of those that came before. Start with {@link
 * dev.dateline.pipeline.dedup.Deduplicator}: it judges one record at a time against what {@link
 * dev.dateline.pipeline.dedup.ArticleStates} remembers, with an {@link
 * dev.dateline.pipeline.dedup.ArticleIndex} of it. What is compared is made by {@link
 * dev.dateline.pipeline.dedup.Sketcher}, found by {@link dev.dateline.pipeline.dedup.BandIndex} and decided by {@link
 * dev.dateline.pipeline.dedup.CopyRule}.
 */
@NullMarked
package dev.dateline.pipeline.dedup;

import org.jspecify.annotations.NullMarked;
