/**
 * The sample newsroom: fictional outlets whose sites, feeds and habits are like real ones, served on this machine for the
 * demonstration and its tests. Start with {@link dev.dateline.standalone.newsroom.NewsroomServer}; the articles, with the
 * truth about each, are in {@code resources/newsroom} and {@code resources/newsroom/README.md} tells how to add one.
 */
@NullMarked
package dev.dateline.standalone.newsroom;

import org.jspecify.annotations.NullMarked;
