/** Back-fill from web archives. Start with {@link dev.dateline.standalone.archive.ImportCommand}. */
@NullMarked
package dev.dateline.standalone.archive;

import org.jspecify.annotations.NullMarked;
