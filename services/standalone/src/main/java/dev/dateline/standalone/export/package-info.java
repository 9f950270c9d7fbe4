/** The stored articles as a file. Start with {@link dev.dateline.standalone.export.ExportCommand}. */
@NullMarked
package dev.dateline.standalone.export;

import org.jspecify.annotations.NullMarked;
