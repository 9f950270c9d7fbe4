package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.term.Inflection;
import dev.dateline.pipeline.tag.term.TermTrie;

/** The terms of one language that stand for places, and how its words change. */
record PlaceTerms(TermTrie<TermPlaces> trie, Inflection inflection) {}
