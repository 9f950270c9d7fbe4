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
    /** A city or division that only GeoNames names: one of very many, whose names are often persons' or common words. */
    TOWN("towns", 0.7),
    /** A region of several countries, known to UN M49 by a number. */
    REGION("regions", 1.0),
    /** What a country's name before or behind it makes the name of a currency: US dollar. A mention, hardly a subject. */
    CURRENCY("currencies", 0.15),
    /** What makes the city's name beside it that of a village, a river or a mine. */
    SETTLEMENT("settlements", 0),
    /** A word of a country's own public life, which its local news needs no country's name for: sheriff, borough council. */
    CUE("cues", 0),
    /** A word that a place often stands behind: in, near. */
    LOCATIVE("locatives", 0),
    /** A word that often stands behind a place: police, residents. */
    RESIDENT("residents", 0),
    /** A word that makes the adjective before it a language or a style: French class. */
    CULTURE("cultures", 0),
    /** A place or adjective that is as often something else, and needs another name of its country beside it. */
    DOUBTFUL("doubtful", 0),
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

    /** True for a word that tells about the names beside it, and never is one of the towns that are called like it. */
    boolean isWord() {
        return switch (this) {
            case CURRENCY, SETTLEMENT, CUE, LOCATIVE, RESIDENT, CULTURE -> true;
            default -> false;
        };
    }

    /** True for a place's own name. */
    boolean isPlace() {
        return switch (this) {
            case NAME, CITY, DIVISION, SEAT, TOWN -> true;
            default -> false;
        };
    }

    double weight() {
        return weight;
    }
}
