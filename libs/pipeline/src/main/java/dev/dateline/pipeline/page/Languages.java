package dev.dateline.pipeline.page;

/** Tells the language of a text that comes without a page: the same detector that the cleaner uses. */
public final class Languages {
    private Languages() {}

    /** Gives a BCP 47 code, {@code und} when it is not sure. */
    public static String of(String text) {
        return LanguageReader.read(text, null);
    }
}
