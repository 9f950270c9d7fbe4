package dev.dateline.pipeline.route;

import dev.dateline.pipeline.route.RouteExpression.InRegion;
import dev.dateline.pipeline.route.RouteExpression.Not;
import dev.dateline.pipeline.route.RouteExpression.OnTheme;
import dev.dateline.pipeline.route.RouteTokens.Token;
import dev.dateline.schema.RegionRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions that are joined by {@code and}: role and score are made part of the regions and themes beside them. */
final class ConditionGroup {
    private record Tagged(Set<String> codes, boolean isRegion, boolean negated) {}

    private final List<RouteExpression> parts = new ArrayList<>();
    private final List<Tagged> tagged = new ArrayList<>();
    private @Nullable Set<RegionRole> roles;
    private @Nullable Token role;
    private double score;
    private @Nullable Token scored;

    void add(RouteExpression part) {
        parts.add(part);
    }

    void addRegions(Set<String> codes, boolean negated) {
        tagged.add(new Tagged(codes, true, negated));
    }

    void addThemes(Set<String> codes, boolean negated) {
        tagged.add(new Tagged(codes, false, negated));
    }

    void setRoles(Set<RegionRole> wanted, Token at) throws RouteSyntaxException {
        refuseSecond(role, at);
        roles = wanted;
        role = at;
    }

    void setScore(double least, Token at) throws RouteSyntaxException {
        refuseSecond(scored, at);
        score = least;
        scored = at;
    }

    private static void refuseSecond(@Nullable Token first, Token at) throws RouteSyntaxException {
        if (first != null) {
            throw new RouteSyntaxException(
                    at.at(),
                    "says the second time what character " + (first.at() + 1) + " says",
                    "Say it once, or put each into parentheses with what it is about.");
        }
    }

    /** What all must hold. */
    List<RouteExpression> finish() throws RouteSyntaxException {
        if (role != null && tagged.stream().noneMatch(Tagged::isRegion)) {
            throw new RouteSyntaxException(
                    role.at(), "role stands without a region", "Write like: region in (KZ) and role = ABOUT");
        }
        if (scored != null && tagged.isEmpty()) {
            throw new RouteSyntaxException(
                    scored.at(),
                    "score stands without a region or theme",
                    "Write like: theme in (health) and score >= 0.5");
        }
        var all = new ArrayList<RouteExpression>();
        for (var each : tagged) {
            var condition = each.isRegion()
                    ? new InRegion(each.codes(), roles == null ? Set.of(RegionRole.ABOUT) : roles, score)
                    : new OnTheme(each.codes(), score);
            all.add(each.negated() ? new Not(condition) : condition);
        }
        all.addAll(parts);
        return all;
    }
}
