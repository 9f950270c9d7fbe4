/** Tests of cleaning; whole pages with their expected outcome are in the resources under {@code pages/}. */
@NullMarked
package dev.dateline.pipeline.page;

import org.jspecify.annotations.NullMarked;
