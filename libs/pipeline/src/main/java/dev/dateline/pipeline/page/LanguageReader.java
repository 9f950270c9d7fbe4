package dev.dateline.pipeline.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Says what language a text is in: OpenNLP's 183 languages, with the page's own claim as a prior. The model (38 MB on the
 * heap) is loaded at the first use, or by {@link #load}. The claim is not simply believed, since templates are copied between editions.
 */
final class LanguageReader {
    /** The language of a text that no one is sure of (BCP 47). */
    static final String UNKNOWN = "und";

    private static final String MODEL = "/langdetect-183.bin";
    /** Characters looked at; more change nothing. */
    private static final int SAMPLE = 700;
    /** How much likelier the claimed language is beforehand. */
    private static final double PRIOR = 4;
    /** The best must stand out from the second: its share of both together. */
    private static final double FLOOR = 0.55;
    /** A text that is shorter says too little. */
    private static final int SHORTEST = 20;

    private static final Map<String, String> SHORT_CODES = shortCodes();
    private static final ThreadLocal<LanguageDetector> DETECTOR =
            ThreadLocal.withInitial(() -> new LanguageDetectorME(Model.LOADED));

    private LanguageReader() {}

    /** Loads the model now, so that no article waits for it. */
    static void load() {
        DETECTOR.get();
    }

    /** Loads once, for all threads, when first asked. */
    private static final class Model {
        static final LanguageDetectorModel LOADED = load();

        private static LanguageDetectorModel load() {
            try (var in = LanguageReader.class.getResourceAsStream(MODEL)) {
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the language model " + MODEL + " cannot be read", e);
            }
        }
    }

    /**
     * Gives the BCP 47 code of a text's language.
     *
     * @param claim what the page says, for example {@code en-GB}
     */
    static String read(String text, @Nullable String claim) {
        var sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        if (TextSize.of(sample) < SHORTEST) {
            return UNKNOWN;
        }
        var claimed =
                claim == null ? "" : claim.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
        var lower = sample.toLowerCase(Locale.ROOT);
        var common = CommonWords.of(lower);
        if (common.bearOut(claimed)) {
            return claimed;
        }
        var plain = common.plainly();
        if (!plain.isEmpty()) {
            return plain;
        }
        double most = 0;
        double second = 0;
        var best = UNKNOWN;
        for (var language : DETECTOR.get().predictLanguages(sample)) {
            var code = SHORT_CODES.getOrDefault(language.getLang(), language.getLang());
            double weight = language.getConfidence() * (code.equals(claimed) ? PRIOR : 1);
            if (weight > most) {
                second = most;
                most = weight;
                best = code;
            } else {
                second = Math.max(second, weight);
            }
        }
        return most > 0 && most / (most + second) >= FLOOR ? best : UNKNOWN;
    }

    private static Map<String, String> shortCodes() {
        var codes = new HashMap<String, String>();
        for (var language : Locale.getISOLanguages()) {
            codes.put(Locale.forLanguageTag(language).getISO3Language(), language);
        }
        codes.put("cmn", "zh");
        codes.put("nob", "no");
        codes.put("nno", "no");
        codes.put("pes", "fa");
        codes.put("ekk", "et");
        codes.put("lvs", "lv");
        codes.put("zlm", "ms");
        codes.put("plt", "mg");
        codes.put("pnb", "pa");
        codes.put("gsw", "de");
        return codes;
    }
}
