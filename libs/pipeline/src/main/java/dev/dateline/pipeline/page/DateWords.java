package dev.dateline.pipeline.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Says what the words around a printed date make of it; they are in the resource {@code date-words.yaml}. */
final class DateWords {
    /** What a page says of a date that it prints. */
    enum Meaning {
        /** Nothing. */
        UNSAID,
        PUBLISHED,
        /** It is the date of something else, such as a change. */
        OTHER
    }

    private static final String RESOURCE = "date-words.yaml";
    private static final DateWords DEFAULT = load();
    private static final Pattern TIME = Pattern.compile("^(?:[\\s\\d:時分頃]|\\([月火水木金土日]\\))*+");
    private static final int LONGEST = 80;
    /** A preposition and a colon may stand between such a word and its date. */
    private static final int SMALL = 6;

    private record Lists(List<String> published, List<String> other) {}

    private record Word(String text, Meaning meaning) {}

    private final List<Word> words = new ArrayList<>();

    private DateWords(Lists lists) {
        lists.published().forEach(word -> words.add(new Word(word, Meaning.PUBLISHED)));
        lists.other().forEach(word -> words.add(new Word(word, Meaning.OTHER)));
    }

    /** A byline without the "Published on" that its date has left behind. */
    static String withoutLabel(String text) {
        var lower = lower(text);
        int cut = text.length();
        for (var word : DEFAULT.words) {
            int at = lower.lastIndexOf(word.text());
            int end = at + word.text().length();
            if (at > 0 && text.length() - end <= SMALL && isWord(text, at, end)) {
                cut = Math.min(cut, at);
            }
        }
        return text.substring(0, cut).strip();
    }

    /** What the text before a date says: its last word that says anything counts, the longest of these. */
    static Meaning before(String text) {
        if (text.isBlank()) {
            return Meaning.UNSAID;
        }
        var lower = lower(text);
        var meaning = Meaning.UNSAID;
        int last = -1;
        int length = 0;
        for (var word : DEFAULT.words) {
            int at = lower.lastIndexOf(word.text());
            int end = at + word.text().length();
            boolean isLater = end > last || (end == last && word.text().length() > length);
            if (at >= 0 && isLater && isWord(text, at, end)) {
                meaning = word.meaning();
                last = end;
                length = word.text().length();
            }
        }
        return meaning == Meaning.UNSAID && isLabel(text) ? Meaning.OTHER : meaning;
    }

    /** A label that we do not know, such as "Available until:", is not of the day of publication. */
    private static boolean isLabel(String text) {
        var bare = text.strip();
        return bare.length() > 1 && (bare.endsWith(":") || bare.endsWith("："));
    }

    /** Whether an element's own text begins by saying that its date is of something else. */
    static boolean isOther(Element element) {
        var text = ShortText.of(element, LONGEST);
        return text != null && before(text.split("\\d", 2)[0]) == Meaning.OTHER;
    }

    /** What the text behind a date, and behind its time, says when it begins with such a word, as in Japanese. */
    static Meaning behind(String text) {
        var lower = TIME.matcher(lower(text)).replaceFirst("");
        return DEFAULT.words.stream()
                .filter(word -> TextSize.isDense(word.text().codePointAt(0)) && lower.startsWith(word.text()))
                .map(Word::meaning)
                .findFirst()
                .orElse(Meaning.UNSAID);
    }

    /** Whether it stands alone; a capital begins a word even where a page forgot the space: "Ann LeeUpdated". */
    private static boolean isWord(String text, int start, int end) {
        boolean begins = start == 0
                || !Character.isLetter(text.charAt(start - 1))
                || (Character.isLowerCase(text.charAt(start - 1)) && Character.isUpperCase(text.charAt(start)));
        boolean ends = end == text.length() || !Character.isLetter(text.charAt(end));
        return (begins && ends) || TextSize.isDense(text.codePointAt(start));
    }

    /** In lower case, with every character in its place. */
    private static String lower(String text) {
        var lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    private static DateWords load() {
        try (var in = DateWords.class.getResourceAsStream(RESOURCE)) {
            return new DateWords(new ObjectMapper(new YAMLFactory()).readValue(in, Lists.class));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this program cannot be read", e);
        }
    }
}
