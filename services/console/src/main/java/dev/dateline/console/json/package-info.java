/** JSON as the console speaks it: {@link dev.dateline.console.json.Json}. */
@NullMarked
package dev.dateline.console.json;

import org.jspecify.annotations.NullMarked;
