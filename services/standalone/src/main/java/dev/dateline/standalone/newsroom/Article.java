package dev.dateline.standalone.newsroom;

import java.util.List;

/**
 * A page that an outlet publishes: an article, or what a feed may list beside articles.
 *
 * @param id outlet and slug: {@code saryarqa/summit}
 * @param language BCP 47
 * @param texts bodies in the order of its versions: one, or two when the outlet edits the page after its first reader
 */
record Article(String id, String language, FrontMatter marks, List<String> texts) {}
