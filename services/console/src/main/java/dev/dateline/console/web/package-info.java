/** HTTP: routes, guards and JSON. Start with {@link dev.dateline.console.web.WebServer}. */
@NullMarked
package dev.dateline.console.web;

import org.jspecify.annotations.NullMarked;
