/**
 * Learning what a host repeats on its pages, article by article. Start with {@link
 * dev.dateline.pipeline.page.learn.BoilerplateLearner}; {@link dev.dateline.pipeline.page.learn.HostHabits} has the rules.
 */
@NullMarked
package dev.dateline.pipeline.page.learn;

import org.jspecify.annotations.NullMarked;
