/**
 * Finds terms in text, whatever the language: folding, inflection, one trie and one pass. Start with {@link
 * dev.dateline.pipeline.tag.term.TermTrie}.
 */
@NullMarked
package dev.dateline.pipeline.tag.term;

import org.jspecify.annotations.NullMarked;
