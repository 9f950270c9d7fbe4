package dev.dateline.console.web;

/** Text in pages that are made here. */
public final class Html {
    private Html() {}

    /** Gives a text so that a browser shows it as it is, between tags and in attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
