package dev.dateline.standalone.taxonomy;

import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyException;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the files of a taxonomy: YAML below {@code themes} and {@code groups}. Other kinds of file, and what begins with
 * a dot, are left alone. Sizes are bounded before anything is parsed.
 */
public final class TaxonomyFolder {
    private static final int DEEPEST = 4;
    private static final int MOST_FILES = 500;

    /** What its version is until it is applied. */
    private static final String DRAFT = "draft";

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    private TaxonomyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a folder and builds the tagger that it makes.
     *
     * @throws StartException with every problem, each with file and line
     */
    static Checked check(Path folder) throws StartException {
        var taxonomy = new TaxonomyFolder(folder).read();
        try {
            return new Checked(taxonomy, Tagger.load(taxonomy));
        } catch (TaxonomyException e) {
            throw new StartException(e.problems().stream()
                    .map(problem ->
                            new Problem(folder.resolve(problem.file()) + ":" + problem.line(), problem.message(), ""))
                    .toList());
        }
    }

    /**
     * Gives the tagger that a folder makes, or the shipped one without a folder.
     *
     * @throws StartException with every problem, each with file and line
     */
    public static Tagger tagger(@Nullable Path folder) throws StartException {
        return folder == null ? Tagger.load() : check(folder).tagger();
    }

    /**
     * A taxonomy without faults.
     *
     * @param taxonomy as its files say; its version is "draft"
     * @param tagger that tags by it
     */
    record Checked(OwnTaxonomy taxonomy, Tagger tagger) {}

    private OwnTaxonomy read() throws StartException {
        if (!Files.isDirectory(folder)) {
            throw new StartException(
                    folder.toString(), "is no folder", "Give one with themes/*.yaml or groups/*.yaml.");
        }
        var files = new ArrayList<TaxonomyFile>();
        var bytes = 0L;
        for (var path : paths()) {
            var size = read(path, files);
            bytes += size;
        }
        if (bytes > OwnTaxonomy.MOST_BYTES_IN_ALL) {
            problems.add(new Problem(
                    folder.toString(),
                    "holds " + kibibytes(bytes) + " of YAML, and " + kibibytes(OwnTaxonomy.MOST_BYTES_IN_ALL)
                            + " are the most",
                    "Leave out terms that tell little."));
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    folder.toString(), "holds no themes and no groups", "Put YAML files into themes/ or groups/."));
        }
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
        return OwnTaxonomy.of(DRAFT, files);
    }

    private List<Path> paths() throws StartException {
        try (var walk = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            var found = walk.filter(path -> isYaml(folder.relativize(path)) && Files.isRegularFile(path))
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
            if (found.size() > MOST_FILES) {
                throw new StartException(
                        folder.toString(),
                        "holds more than " + MOST_FILES + " YAML files",
                        "Give the folder of a taxonomy.");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new StartException(folder.toString(), "cannot be read: " + e.getMessage(), "Check who may read it.");
        }
    }

    private static boolean isYaml(Path relative) {
        for (var part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return relative.toString().matches(".*\\.ya?ml");
    }

    /** Reads a file that is in its place and not too large; gives its size. */
    private long read(Path path, List<TaxonomyFile> files) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (!OwnTaxonomy.isPlaced(name)) {
            problems.add(new Problem(path.toString(), "is neither below themes/ nor below groups/", "Move it there."));
            return 0;
        }
        try {
            var size = Files.size(path);
            if (size > OwnTaxonomy.MOST_BYTES) {
                problems.add(new Problem(
                        path.toString(),
                        "is larger than " + kibibytes(OwnTaxonomy.MOST_BYTES),
                        "Divide it, or check that it is a file of terms."));
                return 0;
            }
            files.add(new TaxonomyFile(name, Files.readString(path)));
            return size;
        } catch (CharacterCodingException e) {
            problems.add(new Problem(path.toString(), "is no text in UTF-8", "Save it as UTF-8."));
        } catch (IOException e) {
            problems.add(new Problem(path.toString(), "cannot be read", "Check who may read it."));
        }
        return 0;
    }

    private static String kibibytes(long bytes) {
        return (bytes >> 10) + " KiB";
    }
}
