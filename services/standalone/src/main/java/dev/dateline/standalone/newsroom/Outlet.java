package dev.dateline.standalone.newsroom;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fictional outlet with everything that it publishes.
 *
 * @param id first label of its host name: {@code saryarqa} is at {@code saryarqa.localhost}
 * @param templates HTML of its pages by name; {@code template} is that of an article
 * @param articles in the order of its feed
 */
record Outlet(String id, OutletSettings settings, Map<String, String> templates, List<Article> articles) {
    /** Name of the template of articles, unless they say otherwise. */
    static final String ARTICLE_TEMPLATE = "template";

    String template(Article article) {
        var named = article.marks().template();
        return Objects.requireNonNull(templates.get(named == null ? ARTICLE_TEMPLATE : named));
    }

    Charset charset() {
        return Charset.forName(settings.charset());
    }

    ZoneId zone() {
        return ZoneId.of(settings.zone());
    }

    /** Gives the names of the query parameters that say nothing about which page is meant. */
    Set<String> trackingNames() {
        return Stream.of(settings.tracking().split("&"))
                .map(parameter -> parameter.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
