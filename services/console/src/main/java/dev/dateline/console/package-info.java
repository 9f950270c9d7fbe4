/** The web page and HTTP API for operators and readers. Start with {@link dev.dateline.console.ConsoleService}. */
@NullMarked
package dev.dateline.console;

import org.jspecify.annotations.NullMarked;
