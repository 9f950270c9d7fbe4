/** The commands of the command line, one class each; {@link dev.dateline.standalone.DatelineMain} lists them. */
@NullMarked
package dev.dateline.standalone.command;

import org.jspecify.annotations.NullMarked;
