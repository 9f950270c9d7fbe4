package dev.dateline.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** How large the files of a folder are, while a program makes and deletes them. */
final class Footprint extends SimpleFileVisitor<Path> {
    private final String ending;
    private long bytes;

    private Footprint(String ending) {
        this.ending = ending;
    }

    /** Gives the bytes of the files whose names end so. */
    static long of(Path folder, String ending) {
        var footprint = new Footprint(ending);
        try {
            Files.walkFileTree(folder, footprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return footprint.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.toString().endsWith(ending)) {
            bytes += attributes.size();
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }
}
