package dev.dateline.standalone.export;

import dev.dateline.console.search.FullArticle;
import java.io.IOException;
import java.io.Writer;

/** How articles stand in a file. */
interface ArticleLines {
    /** Writes what stands before the first article. */
    void begin(Writer out) throws IOException;

    /** Writes an article. */
    void write(FullArticle article, Writer out) throws IOException;
}
