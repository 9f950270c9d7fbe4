package dev.dateline.pipeline.tag.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a term of the gazetteer stands for.
 *
 * @param codes countries or an M49 region; several for a closed group; none for {@link PlaceKind#OTHER}
 * @param capitalised true when the term is only meant with a capital letter
 * @param exact true when the term is meant letter for letter, such as US
 * @param site where a city or division lies, for those that GeoNames knows
 */
record Place(
        List<String> codes,
        PlaceKind kind,
        boolean capitalised,
        boolean exact,
        String term,
        @Nullable Site site) {

    Place(List<String> codes, PlaceKind kind, boolean capitalised, boolean exact, String term) {
        this(codes, kind, capitalised, exact, term, null);
    }

    /** True for one of the many that GeoNames lists, not our own files. */
    boolean isInGeoNames() {
        return site != null;
    }

    Place as(PlaceKind changed) {
        return new Place(codes, changed, capitalised, exact, term, site);
    }
}
