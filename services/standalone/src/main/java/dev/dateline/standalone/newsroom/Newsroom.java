package dev.dateline.standalone.newsroom;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * The fictional outlets and all that they publish, as written; {@link NewsroomServer} puts them on the air. Immutable.
 */
public final class Newsroom {
    private final List<Outlet> outlets;

    Newsroom(List<Outlet> outlets) {
        this.outlets = List.copyOf(outlets);
    }

    /**
     * Reads the newsroom that comes with the program.
     *
     * @throws IllegalStateException with every contradiction in it, when its files do not fit together
     */
    public static Newsroom load() {
        var newsroom = new Newsroom(new NewsroomReader().read());
        var problems = NewsroomCheck.problems(newsroom);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The sample newsroom is inconsistent:\n" + String.join("\n", problems));
        }
        return newsroom;
    }

    List<Outlet> outlets() {
        return outlets;
    }

    List<Article> articles() {
        return outlets.stream().flatMap(outlet -> outlet.articles().stream()).toList();
    }

    Article article(String id) {
        return articles().stream()
                .filter(article -> article.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no article " + id));
    }

    List<Article> copiesOf(Article original) {
        return articles().stream()
                .filter(article -> original.id().equals(article.marks().truth().copyOf()))
                .toList();
    }

    Outlet outletOf(Article article) {
        return outlets.stream()
                .filter(outlet -> outlet.articles().contains(article))
                .findFirst()
                .orElseThrow();
    }
}
