/** A web server on loopback that misbehaves on demand. Start with {@link dev.dateline.testkit.web.MisbehavingServer}. */
@NullMarked
package dev.dateline.testkit.web;

import org.jspecify.annotations.NullMarked;
