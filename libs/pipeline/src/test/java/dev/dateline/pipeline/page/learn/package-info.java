@NullUnmarked
package dev.dateline.pipeline.page.learn;

import org.jspecify.annotations.NullUnmarked;
