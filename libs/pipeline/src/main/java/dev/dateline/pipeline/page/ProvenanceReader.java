package dev.dateline.pipeline.page;

import dev.dateline.schema.Provenance;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a text says that it comes from: lines with labels, sentences such as "this was reported by", the forms of
 * an interview, and the datelines of news agencies. A label is believed before a sentence.
 */
final class ProvenanceReader {
    private static final String OUTLET =
            "(?:[\"“«„《](?<x>[^\"”»“》]{2,60})[\"”»“》]|(?<y>[\\p{Lu}\\p{Lo}\\d][\\p{L}\\p{M}\\p{N}.&’'\\-]*(?: (?:of |the |and |и |für |der |des )?[\\p{Lu}\\p{Lo}\\d][\\p{L}\\p{M}\\p{N}.&’'\\-]*){0,4}))";
    private static final String QUOTED = "(?<x>[^\"“”«»„《》]{2,60})(?<y>)";
    private static final String QUOTES = "\"“«„";
    private static final Pattern QUESTION =
            Pattern.compile("^[\"“«„]([^\"”»“]{2,60})[\"”»“]\\s*[:：]\\s*\\S.*", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>）】)\\]]+");
    private static final int EDGE = 12;
    private static final int QUESTIONS = 2;
    private static final int MOST_LINES = 50;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_REPORT = 160;
    /** Quotation marks and a full stop may stand around a sentence. */
    private static final int QUOTE = 3;

    /**
     * A sentence that is looked for only where one of its words stands: expressions cost a hundred times as much.
     *
     * @param bit its words' group in {@link #words}
     */
    private record Form(long bit, Pattern pattern) {

        /** Names keep their capitals in sentences that are matched without regard to case. */
        static List<Form> of(List<PageWords.Sentence> sentences, int first, String outlet) {
            var forms = new ArrayList<Form>();
            for (var sentence : sentences) {
                var pattern = Pattern.compile(sentence.form().replace("{X}", "(?-i:" + outlet + ")"));
                forms.add(new Form(1L << (first + forms.size()), pattern));
            }
            return forms;
        }

        @Nullable
        Matcher in(String text, long said) {
            if ((said & bit) == 0) {
                return null;
            }
            var match = pattern.matcher(text);
            return match.find() ? match : null;
        }
    }

    private final Labels labels;
    private final List<Form> reports;
    private final List<Form> interviews;
    private final PhraseSpotter words;
    private final Agencies agencies;

    ProvenanceReader(PageWords words, Labels labels) {
        this.labels = labels;
        this.reports = Form.of(words.reports(), 0, OUTLET);
        this.interviews = Form.of(words.interviews(), reports.size(), QUOTED);
        this.words = PhraseSpotter.of(Stream.concat(words.reports().stream(), words.interviews().stream())
                .map(PageWords.Sentence::when)
                .toList());
        this.agencies = new Agencies(words);
    }

    /** Reads the blocks of an article before lines of origin are taken out. */
    Provenance read(List<TextBlock> blocks) {
        var found = new LinkedHashMap<String, String>();
        var lines = new ArrayList<String>();
        readLabels(blocks, found, lines);
        var said = said(blocks);
        readSentences(blocks, said, reports, found, lines);
        readQuestions(blocks, found, lines);
        readSentences(blocks, said, interviews, found, lines);
        var agency = agencies.in(blocks, found.get("outlet"), lines);
        return Provenance.newBuilder()
                .setUrl(found.get("url"))
                .setOutlet(found.get("outlet"))
                .setAuthor(found.get("author"))
                .setDate(found.get("date"))
                .setAgency(agency)
                .setLines(lines.stream().distinct().limit(MOST_LINES).toList())
                .build();
    }

    private void readLabels(List<TextBlock> blocks, Map<String, String> found, List<String> lines) {
        for (int i = 0; i < blocks.size(); i++) {
            boolean edge = i < EDGE || i >= blocks.size() - EDGE;
            boolean may = edge && Labels.hasColon(blocks.get(i).text());
            for (var line : may ? blocks.get(i).text().split("\n") : new String[0]) {
                var labelled = labels.of(line);
                if (labelled != null) {
                    lines.add(line.strip());
                    note(labelled, line, found);
                }
            }
        }
    }

    private static void note(Labels.Labelled labelled, String line, Map<String, String> found) {
        var address = ADDRESS.matcher(line);
        if (address.find()) {
            found.putIfAbsent("url", address.group());
        } else if (!labelled.about().equals("url") && !labelled.about().equals("other")) {
            found.putIfAbsent(labelled.about(), labelled.value());
        }
    }

    /** Whose words the blocks at the edges have, in which expressions are looked for; the others have none. */
    private long[] said(List<TextBlock> blocks) {
        var said = new long[blocks.size()];
        for (int i = 0; i < said.length; i++) {
            boolean edge = i < EDGE || i >= said.length - EDGE;
            said[i] = edge ? words.groupsIn(blocks.get(i).text()) : 0;
        }
        return said;
    }

    private static void readSentences(
            List<TextBlock> blocks, long[] said, List<Form> forms, Map<String, String> found, List<String> lines) {
        for (int i = 0; i < blocks.size(); i++) {
            var text = blocks.get(i).text();
            for (int j = 0; said[i] != 0 && j < forms.size(); j++) {
                var match = forms.get(j).in(text, said[i]);
                if (match != null) {
                    lines.add(sentence(text, match));
                    found.putIfAbsent("outlet", trimmed(named(match)));
                }
            }
        }
    }

    /** Whether a line is a sentence such as "This was reported by X." and no more. */
    boolean isReport(String line) {
        if (line.length() > LONGEST_REPORT) {
            return false;
        }
        long said = words.groupsIn(line);
        for (int i = 0; said != 0 && i < reports.size(); i++) {
            var match = reports.get(i).in(line, said);
            if (match != null && match.start() <= QUOTE && line.length() - match.end() <= QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** An outlet that asks again and again is the one that the interview was given to. */
    private static void readQuestions(List<TextBlock> blocks, Map<String, String> found, List<String> lines) {
        var asked = new LinkedHashMap<String, Integer>();
        for (var block : blocks) {
            var match = QUOTES.indexOf(block.text().charAt(0)) < 0 ? null : QUESTION.matcher(block.text());
            if (match != null && match.matches()) {
                asked.merge(match.group(1).strip(), 1, Integer::sum);
            }
        }
        asked.forEach((name, times) -> {
            if (times >= QUESTIONS) {
                found.putIfAbsent("outlet", name);
                lines.add("\"" + name + "\":");
            }
        });
    }

    private static String sentence(String text, Matcher match) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.isBoundary(match.start()) ? match.start() : sentences.preceding(match.start());
        int end = sentences.isBoundary(match.end()) ? match.end() : sentences.following(match.end());
        int until = end == BreakIterator.DONE ? text.length() : end;
        return text.substring(start, Math.min(until, start + LONGEST_LINE)).strip();
    }

    private static String named(Matcher match) {
        var quoted = match.group("x");
        return quoted != null ? quoted : match.group("y");
    }

    private static String trimmed(String name) {
        var stripped = name.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
