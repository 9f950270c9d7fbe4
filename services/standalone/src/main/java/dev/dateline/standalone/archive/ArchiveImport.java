package dev.dateline.standalone.archive;

import dev.dateline.schema.RawArticle;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** One run over one archive. */
final class ArchiveImport {
    private final Archive archive;
    private final ArchivedArticles articles;
    private final ImportReport report;

    ArchiveImport(Archive archive, ArchivedArticles articles, ImportReport report) {
        this.archive = archive;
        this.articles = articles;
        this.report = report;
    }

    /**
     * Counts what would be sent.
     *
     * @throws IOException when the archive is damaged; what stands before was counted
     */
    void look() throws IOException {
        try (var reader = new ArchiveReader(archive.file(), 0, InstantSource.system())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                count(entry.get());
                report.progress(entry.get().position(), reader.size());
            }
        }
    }

    /**
     * Sends the pages, as many at once as the cleaner has room for.
     *
     * @param done where the last record begins that an earlier run did
     * @throws IOException when the archive is damaged; what stands before was sent
     */
    void send(OptionalLong done, ImportWriter writer, CleanerBacklog backlog) throws IOException, InterruptedException {
        try (var reader = new ArchiveReader(archive.file(), done.orElse(0), InstantSource.system())) {
            if (done.isPresent()) {
                reader.next();
            }
            var last = done;
            try {
                for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                    count(entry.get()).ifPresent(writer::write);
                    last = OptionalLong.of(entry.get().position());
                    if (writer.isFull()) {
                        writer.commit(last.getAsLong());
                        backlog.awaitRoom(report::waiting);
                    }
                    report.progress(last.getAsLong(), reader.size());
                }
            } finally {
                last.ifPresent(writer::commit);
            }
        }
    }

    private Optional<RawArticle> count(ArchiveReader.Entry entry) {
        if (entry instanceof ArchiveReader.Page page) {
            var article = articles.of(page.capture());
            article.ifPresentOrElse(any -> report.page(), () -> report.other(WhyNot.NO_WEB_ADDRESS));
            return article;
        }
        report.other(((ArchiveReader.Other) entry).why());
        return Optional.empty();
    }
}
