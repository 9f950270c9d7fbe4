/** Holds what came out of a run against what should have. Start with {@link dev.dateline.standalone.demo.DemoRun}. */
@NullMarked
package dev.dateline.standalone.demo;

import org.jspecify.annotations.NullMarked;
