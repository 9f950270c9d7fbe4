package dev.dateline.benchmarks;

import dev.dateline.schema.Contracts;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The pages of a folder, in memory: what is measured reads no files. */
final class PageFiles {
    /** The pages that the cleaner is tested with; run from the root of the project. */
    static final String GOLDEN = "libs/pipeline/src/test/resources/dev/dateline/pipeline/page/pages";

    static {
        Contracts.trust();
    }

    private static final Instant FETCHED = Instant.parse("2026-11-22T00:00:00Z");

    /**
     * A page.
     *
     * @param html its text as UTF-8, for the parser alone
     * @param raw its bytes, for the cleaner
     */
    record PageFile(String name, String html, RawArticle raw) {}

    private PageFiles() {}

    /** Reads all pages under a folder: {@code *.html}, or {@code *.html.gz}. */
    static List<PageFile> in(Path folder) throws IOException {
        var pages = new ArrayList<PageFile>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(PageFiles::isPage).sorted().toList()) {
                pages.add(page(folder.relativize(file).toString(), bytes(file)));
            }
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("no *.html or *.html.gz under " + folder.toAbsolutePath());
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".html") || name.endsWith(".html.gz");
    }

    private static byte[] bytes(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }

    private static PageFile page(String name, byte[] bytes) {
        var url = "https://www.example.org/news/" + name.hashCode();
        var raw = RawArticle.newBuilder()
                .setArticleId(name)
                .setUrl(url)
                .setCanonicalUrl(url)
                .setSourceId("benchmark")
                .setPublisher(Publisher.newBuilder().build())
                .setFetchedAt(FETCHED)
                .setBody(ByteBuffer.wrap(bytes))
                .build();
        return new PageFile(name, new String(bytes, StandardCharsets.UTF_8), raw);
    }
}
