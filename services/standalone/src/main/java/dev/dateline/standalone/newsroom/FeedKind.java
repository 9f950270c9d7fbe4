package dev.dateline.standalone.newsroom;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The formats that outlets publish their news in. */
enum FeedKind {
    @JsonProperty("rss")
    RSS,
    @JsonProperty("rss1")
    RSS_1,
    @JsonProperty("atom")
    ATOM,
    @JsonProperty("json")
    JSON,
    @JsonProperty("sitemap")
    SITEMAP
}
