package dev.dateline.pipeline.tag.region;

/** In which way a term stands for a country; the weight says how much one mention tells about the subject. */
enum PlaceKind {
    NAME("names", 1.0),
    GROUP("groups", 1.0),
    ADJECTIVE("adjectives", 0.75),
    SEAT("seats", 0.8),
    CITY("cities", 0.8),
    DIVISION("divisions", 0.8),
    LEADER("leaders", 0.6),
    /** A region of several countries, known to UN M49 by a number. */
    REGION("regions", 1.0),
    /** What a country's name before or behind it makes the name of a currency: US dollar. A mention, hardly a subject. */
    CURRENCY("currencies", 0.15),
    /** What makes the city's name beside it that of a village, a river or a mine. */
    SETTLEMENT("settlements", 0),
    /** No place at all although a place's name is in it: a newspaper, a sea, a dish. */
    OTHER("other", 0);

    private final String section;
    private final double weight;

    PlaceKind(String section, double weight) {
        this.section = section;
        this.weight = weight;
    }

    /** The section of a language's file that lists terms of this kind. */
    String section() {
        return section;
    }

    double weight() {
        return weight;
    }
}
