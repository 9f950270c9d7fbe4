/**
 * Cleaning: a page as fetched becomes an article's text, title, authors, dates, language and provenance. Start with
 * {@link dev.dateline.pipeline.page.ArticleCleaner}; the main content is found by {@link
 * dev.dateline.pipeline.page.ContentExtractor}, and the words it goes by are in the resource {@code page-words.yaml}.
 */
@NullMarked
package dev.dateline.pipeline.page;

import org.jspecify.annotations.NullMarked;
