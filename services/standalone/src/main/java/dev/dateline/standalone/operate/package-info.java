/** Commands of the people on call: dead letters and takedowns. Start with {@link dev.dateline.standalone.operate.DeadLettersCommand}. */
@NullMarked
package dev.dateline.standalone.operate;

import org.jspecify.annotations.NullMarked;
