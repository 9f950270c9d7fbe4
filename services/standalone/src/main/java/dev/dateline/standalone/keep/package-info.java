/**
 * What operators wrote and nothing else has, as files. Start with {@link dev.dateline.standalone.keep.OperatorTopics}.
 */
@NullMarked
package dev.dateline.standalone.keep;

import org.jspecify.annotations.NullMarked;
