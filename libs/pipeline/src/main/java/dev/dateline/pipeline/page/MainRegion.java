package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.Region.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the region of a page that is the article.
 *
 * <p>The idea: running text ({@link TextBlock#prose}) is what an article has and the page around it has little of. Regions
 * that call themselves noise are believed unless they hold most of the running text. From the whole page we go down,
 * as long as one child holds nearly everything; a child that calls itself the article needs to hold less to be believed.
 * One pass up and one path down, so the time is linear in the page. The price: a page that splits its article over
 * sibling regions without a common parent of their own is read with what stands between them.
 */
final class MainRegion {
    /** Noise that holds this much of a page's running text is misnamed. */
    private static final double MISNAMED = 0.5;
    /** So much of all running text is never noise. */
    private static final double MOST = 0.6;
    /** A child that says nothing of itself must hold this much of its parent's text. */
    private static final double NEARLY_ALL = 0.85;
    /** One that calls itself the article must hold this much. */
    private static final double HALF = 0.5;

    /** So little text does not show that a region is misnamed: it is a line of promotion. */
    static final int SCRAP = 120;

    /** An article that keeps less of its text than this is doubted too much. */
    private static final double DISOWNED = 0.65;

    private MainRegion() {}

    static Region of(PageLayout layout) {
        var root = layout.root();
        weigh(root, Math.max(SCRAP, likely(root, root.prose * MOST) * MISNAMED));
        var best = claimed(root, Role.BODY, root.kept);
        if (best == null) {
            best = claimed(root, Role.ARTICLE, root.kept);
        }
        return descend(best == null ? root : best);
    }

    /** The region, or the neighbours that are named alike around it: an article in several parts. */
    static List<Region> parts(Region main) {
        for (@Nullable Region at = main; at != null && at.parent != null; at = at.parent) {
            var alike = alike(at, at.parent);
            if (alike.size() > 1 && (at == main || isInArticle(at.parent))) {
                return alike;
            }
            if (at.parent.kept > at.kept + SCRAP) {
                break;
            }
        }
        return List.of(main);
    }

    private static boolean isInArticle(Region region) {
        for (@Nullable Region at = region; at != null; at = at.parent) {
            if (at.role == Role.ARTICLE || at.role == Role.BODY) {
                return true;
            }
        }
        return false;
    }

    private static List<Region> alike(Region part, Region parent) {
        var names = part.element.className();
        if (names.isBlank() || part.role == Role.ARTICLE) {
            return List.of(part);
        }
        return parent.children.stream()
                .filter(each -> each == part || (each.kept >= SCRAP && !each.noise && isNamed(each, part, names)))
                .toList();
    }

    private static boolean isNamed(Region each, Region part, String names) {
        return each.element.normalName().equals(part.element.normalName())
                && each.element.className().equals(names);
    }

    /** The running text that no region surely disowns. */
    private static int likely(Region region, double most) {
        if ((region.role == Role.NEVER && !region.holdsMain)
                || (region.role == Role.SURELY_NOISE && !region.headed)
                || (region.role == Role.NOISE && !region.headed && region.prose < most)) {
            return 0;
        }
        int own = region.prose;
        int inChildren = 0;
        for (var child : region.children) {
            own -= child.prose;
            inChildren += likely(child, most);
        }
        return own + inChildren;
    }

    private static void weigh(Region region, double misnamed) {
        int inChildren = 0;
        int keptInChildren = 0;
        for (var child : region.children) {
            weigh(child, misnamed);
            inChildren += child.prose;
            keptInChildren += child.noise ? 0 : child.kept;
        }
        keptInChildren += alike(region);
        region.kept = keptInChildren + region.prose - inChildren;
        if (region.kept < region.prose * DISOWNED
                && (region.role == Role.ARTICLE || region.role == Role.BODY || region.parent == null)) {
            region.kept = believe(region);
        }
        region.noise = isNoise(region, misnamed);
    }

    /** What is named like a sibling that turned out to be the article is the article too; gives the text won back. */
    private static int alike(Region region) {
        @Nullable Set<String> cleared = null;
        boolean noise = false;
        for (var child : region.children) {
            if (child.role == Role.DOUBTFUL && !child.noise) {
                cleared = cleared == null ? new HashSet<>() : cleared;
                cleared.add(child.element.className());
            }
            noise |= child.noise;
        }
        return cleared == null || !noise ? 0 : clear(region, cleared);
    }

    private static int clear(Region region, Set<String> cleared) {
        int won = 0;
        for (var child : region.children) {
            if (child.role == Role.DOUBTFUL && child.noise && cleared.contains(child.element.className())) {
                child.noise = false;
                won += child.kept;
            }
        }
        return won;
    }

    /** An article that is doubted in nearly all its parts is an article whose parts have unlucky names. */
    private static int believe(Region region) {
        int kept = region.prose;
        for (var child : region.children) {
            child.noise = child.noise && (child.role != Role.DOUBTFUL || child.prose < SCRAP);
            kept -= child.prose;
            child.kept = child.noise ? child.kept : believe(child);
            kept += child.noise ? 0 : child.kept;
        }
        return kept;
    }

    private static boolean isNoise(Region region, double misnamed) {
        return switch (region.role) {
            case NEVER -> !region.holdsMain || region.kept < misnamed;
            case SURELY_NOISE -> !region.headed || region.kept < misnamed;
            case NOISE -> region.kept < (region.headed ? 1 : 1.2) * misnamed || region.kept == 0;
            case DOUBTFUL -> region.kept < misnamed || region.kept == 0;
            case PLAIN, BODY, ARTICLE -> false;
        };
    }

    /** The region that calls itself the body and has the most text, wherever it stands; null when none does. */
    static @Nullable Region body(Region region) {
        @Nullable Region best = region.role == Role.BODY ? region : null;
        for (var child : region.children) {
            var inner = body(child);
            best = inner != null && (best == null || inner.kept > best.kept) ? inner : best;
        }
        return best;
    }

    /** The innermost region of a role that holds at least half of the text. */
    private static @Nullable Region claimed(Region region, Role role, int total) {
        for (var child : region.children) {
            if (!child.noise && child.kept > 0 && child.kept >= total * HALF) {
                var inner = claimed(child, role, total);
                return inner != null ? inner : child.role == role ? child : null;
            }
        }
        return null;
    }

    private static Region descend(Region start) {
        var at = start;
        while (true) {
            @Nullable Region next = null;
            for (var child : at.children) {
                if (!child.noise && child.kept > 0 && child.kept >= at.kept * NEARLY_ALL) {
                    next = child;
                }
            }
            if (next == null || next.children.isEmpty()) {
                return at;
            }
            at = next;
        }
    }
}
