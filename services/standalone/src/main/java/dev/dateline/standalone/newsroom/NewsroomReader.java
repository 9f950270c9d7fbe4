package dev.dateline.standalone.newsroom;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the newsroom from the class path; resources/newsroom/README.md describes its files. */
final class NewsroomReader {
    private static final String ROOT = "/newsroom/";
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n(.*?)\n---\n(.*)\\z", Pattern.DOTALL);
    /** What stands between the first text of an article and the one that later readers get. */
    private static final Pattern EDIT = Pattern.compile("(?m)^=====\n");

    private final ObjectMapper yaml = new YAMLMapper();

    NewsroomReader() {
        var nullsAsEmpty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        yaml.configOverride(List.class).setSetterInfo(nullsAsEmpty);
        yaml.configOverride(Map.class).setSetterInfo(nullsAsEmpty);
    }

    List<Outlet> read() {
        var file = "newsroom.yaml";
        try {
            return yaml.readValue(text(file), new TypeReference<List<String>>() {}).stream()
                    .map(this::outlet)
                    .toList();
        } catch (JsonProcessingException e) {
            throw malformed(file, e);
        }
    }

    private Outlet outlet(String id) {
        var file = id + "/outlet.yaml";
        try {
            var settings = yaml.readValue(text(file), OutletSettings.class);
            var articles = settings.articles().stream()
                    .map(slug -> article(id + "/" + slug, settings))
                    .toList();
            return new Outlet(id, settings, templates(id, articles), articles);
        } catch (JsonProcessingException e) {
            throw malformed(file, e);
        }
    }

    private Map<String, String> templates(String outlet, List<Article> articles) {
        var templates = new HashMap<String, String>();
        templates.put(Outlet.ARTICLE_TEMPLATE, text(outlet + "/" + Outlet.ARTICLE_TEMPLATE + ".html"));
        for (var article : articles) {
            var name = article.marks().template();
            if (name != null) {
                templates.computeIfAbsent(name, n -> text(outlet + "/" + n + ".html"));
            }
        }
        return Map.copyOf(templates);
    }

    private Article article(String id, OutletSettings outlet) {
        var file = id + ".md";
        var parts = FRONT_MATTER.matcher(text(file));
        if (!parts.matches()) {
            throw new IllegalStateException(ROOT + file + " does not begin with front matter between two lines of ---");
        }
        try {
            var marks = yaml.readValue(parts.group(1), FrontMatter.class);
            var language = marks.language() == null ? outlet.language() : marks.language();
            return new Article(id, language, marks, List.of(EDIT.split(parts.group(2))));
        } catch (JsonProcessingException e) {
            throw malformed(file, e);
        }
    }

    private static IllegalStateException malformed(String file, JsonProcessingException e) {
        return new IllegalStateException(ROOT + file + ": " + e.getMessage(), e);
    }

    private static String text(String file) {
        try (var in = NewsroomReader.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException(ROOT + file + " is named but missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
