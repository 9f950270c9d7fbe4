package dev.dateline.standalone.newsroom;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The formats that outlets publish their news in. */
enum FeedKind {
    @JsonProperty("rss")
    RSS,
    @JsonProperty("atom")
    ATOM,
    @JsonProperty("json")
    JSON
}
