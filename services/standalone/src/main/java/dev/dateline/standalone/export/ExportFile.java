package dev.dateline.standalone.export;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where an export goes: standard output, or a file that is written beside its place and moved there when it is whole, so that nobody
 * takes half of it for all. Without {@link #finish} nothing is left of it.
 */
final class ExportFile implements AutoCloseable {
    static final String STANDARD_OUTPUT = "-";

    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;

    private final FileOutputStream stream;
    private final @Nullable GZIPOutputStream packed;
    private final Writer writer;
    private final @Nullable Move move;

    /** A file that is not yet in its place. */
    private record Move(Path from, Path to) {
        void run() throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private ExportFile(FileOutputStream stream, boolean isPacked, @Nullable Move move) throws IOException {
        this.stream = stream;
        this.packed = isPacked ? new GZIPOutputStream(stream, BUFFER) : null;
        this.writer = new BufferedWriter(
                new OutputStreamWriter(packed == null ? stream : packed, StandardCharsets.UTF_8), BUFFER);
        this.move = move;
    }

    /** Opens it; whether it is packed is told by its name. */
    static ExportFile open(String output) throws IOException {
        if (output.equals(STANDARD_OUTPUT)) {
            return new ExportFile(new FileOutputStream(FileDescriptor.out), false, null);
        }
        var isPacked = output.endsWith(GZIP);
        var named = Path.of(output).toAbsolutePath();
        var place = Files.exists(named) ? named.toRealPath() : named; // a link stays one
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            return new ExportFile(new FileOutputStream(place.toFile()), isPacked, null); // a device cannot be replaced
        }
        var part = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        return new ExportFile(new FileOutputStream(part.toFile()), isPacked, new Move(part, place));
    }

    Writer writer() {
        return writer;
    }

    /** Whether what is written stands where it belongs from the start. */
    boolean isInPlace() {
        return move == null;
    }

    /** Ends what was written, and puts a file into its place. */
    void finish() throws IOException {
        writer.flush();
        if (packed != null) {
            packed.finish();
        }
        if (move != null) {
            stream.getFD().sync();
            stream.close();
            move.run();
        }
    }

    /** Takes away what was not finished; standard output stays open. */
    @Override
    public void close() throws IOException {
        if (move != null) {
            stream.close();
            Files.deleteIfExists(move.from());
        }
    }
}
