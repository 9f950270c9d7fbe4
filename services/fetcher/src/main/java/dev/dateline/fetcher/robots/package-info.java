/** What a site's robots.txt lets us do (RFC 9309). Start with {@link dev.dateline.fetcher.robots.RobotsRules}. */
@NullMarked
package dev.dateline.fetcher.robots;

import org.jspecify.annotations.NullMarked;
