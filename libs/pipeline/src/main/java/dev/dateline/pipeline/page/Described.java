package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds an article that has no running text: a list of links with a word on each, the data of a photograph, a poem. Its
 * page's own description, which content systems take from the beginning of the text, shows where it begins.
 */
final class Described {
    /** A description shorter than this may be a slogan that stands anywhere. */
    private static final int SHORTEST = 40;
    /** So much of it is looked for: its end is often cut or another's. */
    private static final int LONGEST = 60;

    private Described() {}

    /** The text from where the description begins to the end of the region around it; nothing when it is not there. */
    static List<TextBlock> in(PageLayout layout, @Nullable String description) {
        var wanted = description == null ? "" : Line.plain(description);
        if (wanted.length() < SHORTEST) {
            return List.of();
        }
        int first = begin(layout.blocks(), wanted.substring(0, Math.min(wanted.length(), LONGEST)));
        var region = first < 0 ? null : around(layout.root(), first);
        var found = new ArrayList<TextBlock>();
        if (region != null) {
            collect(layout, region, first, found);
        }
        return found;
    }

    /** The block that the wanted text begins with, which may run over several; -1 when there is none. */
    private static int begin(List<TextBlock> blocks, String wanted) {
        var lines = blocks.stream().map(block -> Line.plain(block.text())).toList();
        for (int i = 0; i < lines.size(); i++) {
            var text = new StringBuilder(lines.get(i));
            for (int next = i + 1; next < lines.size() && text.length() < wanted.length(); next++) {
                text.append(' ').append(lines.get(next));
            }
            if (!lines.get(i).isEmpty() && text.indexOf(wanted) == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The innermost region with this block that calls itself the article or its body. */
    private static @Nullable Region around(Region region, int block) {
        for (var child : region.children) {
            if (child.first <= block && block < child.end) {
                var inner = around(child, block);
                return inner != null || !isArticle(child) ? inner : child;
            }
        }
        return isArticle(region) ? region : null;
    }

    private static boolean isArticle(Region region) {
        return region.role == Region.Role.BODY || region.role == Region.Role.ARTICLE;
    }

    private static void collect(PageLayout layout, Region region, int first, List<TextBlock> into) {
        int at = Math.max(region.first, first);
        for (var child : region.children) {
            if (child.end > at) {
                into.addAll(layout.blocks().subList(Math.min(at, child.first), child.first));
                if (child.role == Region.Role.PLAIN || isArticle(child)) {
                    collect(layout, child, at, into);
                }
                at = child.end;
            }
        }
        into.addAll(layout.blocks().subList(at, region.end));
    }
}
