/** For Java services downstream. Start with {@link dev.dateline.client.ArticleSubscription}. */
@NullMarked
package dev.dateline.client;

import org.jspecify.annotations.NullMarked;
