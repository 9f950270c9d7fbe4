/**
 * On what terms a source is asked: its headers, credentials and proxy. Start with {@link dev.dateline.fetcher.terms.SourceTerms}.
 */
@NullMarked
package dev.dateline.fetcher.terms;

import org.jspecify.annotations.NullMarked;
