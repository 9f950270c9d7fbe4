package dev.dateline.pipeline.tag.region;

import java.util.Set;

/**
 * Where a place lies and how large it is.
 *
 * @param division code of the first-level division within the country; empty when it is not known
 * @param county code of the second-level division within that; empty when it is not known
 * @param latitude tenths of a degree
 * @param longitude tenths of a degree
 * @param population 0 when it is not known, and {@link #AREA} when the place is the division or county itself
 */
record Site(String country, String division, String county, int latitude, int longitude, int population) {
    static final int AREA = -1;
    /** About a hundred kilometres, in tenths of a degree of latitude: what a town's paper calls the region. */
    private static final double NEAR = 9;

    /** A first-level division, or a county where one is given. */
    static Site area(String country, String division, String county) {
        return new Site(country, division, county, 0, 0, AREA);
    }

    boolean isArea() {
        return population == AREA;
    }

    boolean isDivision() {
        return isArea() && county.isEmpty();
    }

    /** True for two places within about a hundred kilometres of one country. */
    boolean isNear(Site other) {
        double north = latitude - other.latitude;
        if (Math.abs(north) > NEAR || isArea() || other.isArea() || !country.equals(other.country)) {
            return false;
        }
        var east = (longitude - other.longitude) * Math.cos(Math.toRadians(latitude / 10.0));
        return north * north + east * east <= NEAR * NEAR;
    }

    /** True for a place within one of some divisions or counties. */
    boolean isInAny(Set<Site> areas) {
        return !areas.isEmpty()
                && !isArea()
                && (areas.contains(area(country, division, county)) || areas.contains(area(country, division, "")));
    }

    /** True for a place within a division or county. */
    boolean isIn(Site area) {
        return country.equals(area.country)
                && division.equals(area.division)
                && (area.county.isEmpty() || county.equals(area.county));
    }
}
