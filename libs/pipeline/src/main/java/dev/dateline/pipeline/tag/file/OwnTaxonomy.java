package dev.dateline.pipeline.tag.file;

import dev.dateline.pipeline.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an operator puts beside and in the place of the shipped themes and groups.
 *
 * @param version text that is greater than those of all versions before; empty for what was never applied
 * @param themes files of themes
 * @param groups files of groups of countries
 */
public record OwnTaxonomy(String version, List<TaxonomyFile> themes, List<TaxonomyFile> groups) {
    /** Largest file, in bytes: the largest shipped one has a quarter of it. */
    public static final int MOST_BYTES = 512 << 10;
    /** Largest sum of all files, in bytes. */
    public static final int MOST_BYTES_IN_ALL = 4 << 20;

    /** The shipped themes and groups alone. */
    public static final OwnTaxonomy NONE = new OwnTaxonomy("", List.of(), List.of());

    private static final String THEMES = "themes/";
    private static final String GROUPS = "groups/";

    /** Sorts files by the folder that their name begins with: {@code themes/own.yaml}, {@code groups/own.yaml}. */
    public static OwnTaxonomy of(String version, List<TaxonomyFile> files) {
        var sorted =
                files.stream().sorted(Comparator.comparing(TaxonomyFile::name)).toList();
        return new OwnTaxonomy(version, in(THEMES, sorted), in(GROUPS, sorted));
    }

    private static List<TaxonomyFile> in(String folder, List<TaxonomyFile> files) {
        return files.stream().filter(file -> file.name().startsWith(folder)).toList();
    }

    /** True when a file of that name has a place in a taxonomy. */
    public static boolean isPlaced(String name) {
        return name.startsWith(THEMES) || name.startsWith(GROUPS);
    }

    /** All files in the order of their names. */
    public List<TaxonomyFile> files() {
        return Stream.concat(groups.stream(), themes.stream()).toList();
    }

    /** SHA-256 over names and texts, lower-case hex: equal content, equal digest, whatever the version. */
    public String digest() {
        var digest = Sha256.begin();
        for (var file : files()) {
            digest.update(bytes(file.name()));
            digest.update(bytes(file.text()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A NUL, which YAML cannot have, keeps a name and a text apart. */
    private static byte[] bytes(String part) {
        return (part + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
