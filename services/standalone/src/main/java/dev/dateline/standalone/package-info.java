/**
 * Every service in one JVM with an embedded broker and database, and the command line. Start with {@link
 * dev.dateline.standalone.Standalone}.
 */
@NullMarked
package dev.dateline.standalone;

import org.jspecify.annotations.NullMarked;
