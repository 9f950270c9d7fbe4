package dev.dateline.standalone.newsroom;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a feed may answer instead of itself while its outlet has trouble. */
enum FeedFailure {
    /** The outlet's program fails: 500. */
    @JsonProperty("error")
    ERROR,
    /** The feed breaks off in the middle, though the answer says that all is well. */
    @JsonProperty("cut")
    CUT
}
