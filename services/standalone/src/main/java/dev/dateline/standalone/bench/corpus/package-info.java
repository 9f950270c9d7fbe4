/** Pages that no site has, as large and as cluttered as those of sites. Start with {@link dev.dateline.standalone.bench.corpus.Corpus}. */
@NullMarked
package dev.dateline.standalone.bench.corpus;

import org.jspecify.annotations.NullMarked;
