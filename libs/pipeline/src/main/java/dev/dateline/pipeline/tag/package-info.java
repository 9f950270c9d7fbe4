/**
 * Tags an article with regions and themes, each with the words that led to it. Start with {@link
 * dev.dateline.pipeline.tag.ArticleTagger} for records and {@link dev.dateline.pipeline.tag.Tagger} for plain text.
 *
 * <p>What is known of the world is data beside this package: {@code regions} and {@code themes} hold terms by language,
 * {@code inflections.yaml} how words change; names of territories and the M49 tree come from ICU.
 */
@NullMarked
package dev.dateline.pipeline.tag;

import org.jspecify.annotations.NullMarked;
