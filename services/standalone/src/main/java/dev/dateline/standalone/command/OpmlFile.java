package dev.dateline.standalone.command;

import dev.dateline.pipeline.feed.Opml;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that may be an OPML list; its content says so, since such files have many endings. */
final class OpmlFile {
    private static final int MOST_BYTES = 16 << 20;
    private static final char MARKUP = '<';

    private OpmlFile() {}

    /**
     * Gives the list; empty when the file is none and may be a file of sources.
     *
     * @throws StartException when it is a list without feeds, or other markup
     */
    static Optional<Opml> read(Path file) throws StartException {
        byte[] bytes;
        try (var stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            return Optional.empty(); // the reader of sources says what is wrong with it
        }
        var list = Opml.read(bytes);
        if (list.isEmpty() && isMarkup(bytes)) {
            throw new StartException(file.toString(), "is no OPML list", "Give one, or a YAML file of sources.");
        }
        if (list.isPresent()
                && list.get().subscriptions().isEmpty()
                && list.get().faults().isEmpty()) {
            throw new StartException(file.toString(), "names no feed", "Its outlines need an xmlUrl each.");
        }
        return list;
    }

    /** The lines of a list that name no feed. */
    static List<Problem> problems(Path file, Opml list) {
        return list.faults().stream()
                .map(fault -> new Problem(
                        file + ":" + fault.line(),
                        fault.what(),
                        "Mend or remove the outline, or import with --lenient."))
                .toList();
    }

    private static boolean isMarkup(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == MARKUP;
    }
}
