package dev.dateline.runtime.settings;

import org.jspecify.annotations.Nullable;

/**
 * One setting, declared once as a constant: parsing, messages and the reference page all read it.
 *
 * @param key lower case, dotted, words joined by hyphens: {@code fetcher.min-spacing}
 * @param type how its text is read
 * @param fallback text used when nobody sets it; null makes the setting required
 * @param doc one or two sentences for the reference page
 * @param secret true keeps the value out of logs and pages
 */
public record Setting<T>(
        String key, SettingType<T> type, @Nullable String fallback, String doc, boolean secret) {

    /** A setting with a default. */
    public static <T> Setting<T> of(String key, SettingType<T> type, String fallback, String doc) {
        return new Setting<>(key, type, fallback, doc, false);
    }

    /** A setting that must be given. */
    public static <T> Setting<T> required(String key, SettingType<T> type, String doc) {
        return new Setting<>(key, type, null, doc, false);
    }

    /** The same setting, with its value kept out of logs. */
    public Setting<T> asSecret() {
        return new Setting<>(key, type, fallback, doc, true);
    }

    /** The first word of the key: the section of the file that it stands in. */
    public String section() {
        var dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}
