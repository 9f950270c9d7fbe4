/** How fast everything together is, beside what it cannot be faster than. Start with {@link dev.dateline.standalone.bench.Bench}. */
@NullMarked
package dev.dateline.standalone.bench;

import org.jspecify.annotations.NullMarked;
