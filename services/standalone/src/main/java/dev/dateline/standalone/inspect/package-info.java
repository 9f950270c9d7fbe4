/** What each stage does to one article, and why. Start with {@link dev.dateline.standalone.inspect.InspectCommand}. */
@NullMarked
package dev.dateline.standalone.inspect;

import org.jspecify.annotations.NullMarked;
