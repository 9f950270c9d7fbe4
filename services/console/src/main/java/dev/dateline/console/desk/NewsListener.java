package dev.dateline.console.desk;

/** Hears what is new, once the desk has caught up; called from the thread that reads Kafka, so it never blocks. */
public interface NewsListener {

    /** Something became of an article: an original, a copy, or one that went no further. */
    void article(Entry entry);

    /** A story has so many copies now. */
    void copies(String storyId, int count);

    /** A source was polled. */
    void source(SourceBoard.Row row);

    /** Figures changed; called at most about once a second. */
    void overview(Overview overview);

    /** History has been read: what readers have loaded so far is incomplete. */
    void caughtUp();
}
