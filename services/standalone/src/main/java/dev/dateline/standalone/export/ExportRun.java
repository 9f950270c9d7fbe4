package dev.dateline.standalone.export;

import dev.dateline.console.search.ArticleExport;
import dev.dateline.console.search.InvalidQueryException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs an export in a thread of its own. The calling one only waits, so that it hears at once when it is told to end, which a thread
 * that waits for the database would not.
 */
final class ExportRun {
    private final ArticleExport export;
    private final ArticleLines lines;
    private final ExportFile file;
    private final ExportProgress progress;

    ExportRun(ArticleExport export, ArticleLines lines, ExportFile file, ExportProgress progress) {
        this.export = export;
        this.lines = lines;
        this.file = file;
        this.progress = progress;
    }

    /**
     * Writes all.
     *
     * @return false when it was told to end; nothing is left of a file then
     */
    boolean run() throws SQLException, InvalidQueryException, IOException {
        var work = new FutureTask<>(this::write);
        new Thread(work, "export").start();
        try {
            return outcome(work);
        } catch (InterruptedException e) {
            export.stop();
            return whole(work);
        }
    }

    private boolean write() throws SQLException, InvalidQueryException, IOException {
        lines.begin(file.writer());
        var isWhole = export.run(article -> {
            lines.write(article, file.writer());
            progress.count();
        });
        if (isWhole) {
            file.finish();
        }
        return isWhole;
    }

    /** A stop ends the work soon, so whoever closes now what it works with waits for it. */
    private static boolean whole(FutureTask<Boolean> work) throws SQLException, InvalidQueryException, IOException {
        try {
            return outcome(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean outcome(FutureTask<Boolean> work)
            throws SQLException, InvalidQueryException, IOException, InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw fault;
            }
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof InvalidQueryException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
