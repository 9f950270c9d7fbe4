/**
 * When a host may be asked again: one request at a time, spaced, with back-off. Pure and without threads; start with {@link
 * dev.dateline.fetcher.manners.HostGate}, and with {@link dev.dateline.fetcher.manners.FetchSchedule} for what is due.
 */
@NullMarked
package dev.dateline.fetcher.manners;

import org.jspecify.annotations.NullMarked;
