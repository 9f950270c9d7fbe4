/**
 * Learning what hosts repeat from the clean log, and following what is learnt. Start with {@link
 * dev.dateline.cleaner.boilerplate.BoilerplateTopology} for the one and {@link
 * dev.dateline.cleaner.boilerplate.LiveBoilerplate} for the other; the rules are in the library.
 */
@NullMarked
package dev.dateline.cleaner.boilerplate;

import org.jspecify.annotations.NullMarked;
