package dev.dateline.console.desk;

/** Hears what is new, once the desk has caught up; called from the thread that reads Kafka, so it never blocks. */
public interface NewsListener {

    /** An article came, or a new version of one. */
    void article(Entry entry, Summary summary);

    /** A copy came; {@code copiesOfStory} counts it. */
    void duplicate(Copy copy, int copiesOfStory);

    /** A source was polled. */
    void source(SourceBoard.Row row);

    /** Figures changed; called at most about once a second. */
    void overview(Overview overview);

    /** History has been read: what readers have loaded so far is incomplete. */
    void caughtUp();
}
