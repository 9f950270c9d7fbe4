package dev.dateline.pipeline.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news agency of a text in the three places where agencies stand: a dateline ("BERLIN, 12 May (dpa) -"), a mark
 * of its own ("/КазТАГ/", "新华社北京1月2日电"), a sign-off in brackets on the last lines.
 */
final class Agencies {
    private static final int EDGE = 3;
    /** A dateline stands within so many characters of a paragraph's beginning. */
    private static final int DATELINE = 90;

    private static final int SIGN_OFF = 60;

    private final Map<String, String> names = new HashMap<>();
    private final Pattern dateline;
    private final Pattern signOff;

    Agencies(PageWords words) {
        words.agencies()
                .forEach((name, forms) -> forms.forEach(form -> names.put(form.toLowerCase(Locale.ROOT), name)));
        var forms = words.agencies().values().stream()
                .flatMap(List::stream)
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        var dense = words.agencies().values().stream()
                .flatMap(List::stream)
                .filter(form -> TextSize.isDense(form.codePointAt(0)))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        dateline = Pattern.compile("(?U)(?:[(/（【\\[]\\s*(" + forms + ")\\b[^)/）】\\]]{0,30}[)/）】\\]]"
                + "|^[^.!?]{0,60}?[\\s,–—-](" + forms + ")\\s*[.:]?\\s*[–—-]\\s"
                + "|^(?:据)?(" + dense + ")[^，。]{0,20}[电讯](?=\\W|\\s|（|$))");
        signOff = Pattern.compile("(?U)^[\\s(/（【\\[—–-]*(" + forms + ")[\\s)/）】\\].]*$");
    }

    @Nullable
    String in(List<TextBlock> blocks, @Nullable String source, List<String> lines) {
        var named = source == null ? null : names.get(source.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        for (int i = 0; i < blocks.size(); i++) {
            boolean head = i < EDGE;
            if (head || i >= blocks.size() - EDGE) {
                var found = in(blocks.get(i).text(), head, lines);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable String in(String text, boolean head, List<String> lines) {
        var part = head
                ? text.substring(0, Math.min(text.length(), DATELINE))
                : text.substring(Math.max(0, text.length() - SIGN_OFF));
        var match = signOff.matcher(part);
        if (!match.find()) {
            match = dateline.matcher(part);
            if (!match.find()) {
                return null;
            }
        }
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                lines.add(match.group().strip());
                return names.get(match.group(group).toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }
}
