package dev.dateline.runtime.settings;

/**
 * The text of a setting and where it was found.
 *
 * @param text as written
 * @param place {@code dateline.yaml:12}, {@code environment DATELINE_X} or {@code --set}
 */
record SettingValue(String text, String place) {}
