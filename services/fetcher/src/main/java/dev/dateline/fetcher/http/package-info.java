/**
 * Asks the web for one page at a time, safely: start with {@link dev.dateline.fetcher.http.PageClient}, which takes a
 * {@link dev.dateline.fetcher.http.Request} and gives an {@link dev.dateline.fetcher.http.Answer}. {@link
 * dev.dateline.fetcher.http.AddressGuard} keeps it out of local networks.
 */
@NullMarked
package dev.dateline.fetcher.http;

import org.jspecify.annotations.NullMarked;
