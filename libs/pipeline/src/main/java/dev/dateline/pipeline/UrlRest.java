package dev.dateline.pipeline;

import org.jspecify.annotations.Nullable;

/** What follows the authority of an address: path, query and fragment, with every character that needs it encoded. */
record UrlRest(
        String path, @Nullable String query, @Nullable String fragment) {

    static UrlRest of(String text) {
        var hash = text.indexOf('#');
        var fragment = hash < 0 ? null : PercentEncoding.encode(text.substring(hash + 1), "/?");
        var beforeHash = hash < 0 ? text : text.substring(0, hash);
        var mark = beforeHash.indexOf('?');
        var query = mark < 0 ? null : PercentEncoding.encode(beforeHash.substring(mark + 1), "/?");
        var path = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
        return new UrlRest(PercentEncoding.encode(path.replace('\\', '/'), "/"), query, fragment);
    }
}
