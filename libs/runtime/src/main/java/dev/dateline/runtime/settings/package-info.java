/** Settings: declared once, read from several places, all problems reported together. Start with {@link dev.dateline.runtime.settings.Setting}. */
@NullMarked
package dev.dateline.runtime.settings;

import org.jspecify.annotations.NullMarked;
