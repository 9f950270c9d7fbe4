package dev.dateline.standalone.export;

import dev.dateline.console.json.Json;
import dev.dateline.console.search.FullArticle;
import java.io.IOException;
import java.io.Writer;

/** An article a line, each as {@code /api/v1/articles/{id}} answers it. */
final class JsonArticles implements ArticleLines {
    @Override
    public void begin(Writer out) {
        // JSON Lines has no head
    }

    @Override
    public void write(FullArticle article, Writer out) throws IOException {
        out.write(Json.text(article));
        out.write('\n');
    }
}
