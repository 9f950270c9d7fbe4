package dev.dateline.pipeline.tag.region;

/** How a name stands in its sentence: what tells a town from a person who is called like it. */
enum NameUse {
    /** Behind a word that a place stands behind: in Lancaster. */
    LOCATED,
    /** Alone. */
    BARE,
    /** Beside another word with a capital letter: Burt Lancaster, Lancaster Mills. */
    CHAINED,
    /** Within a name of which it is known that it is no place: Michael Jordan, Lebanon County. */
    PART
}
