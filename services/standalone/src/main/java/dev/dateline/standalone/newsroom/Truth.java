package dev.dateline.standalone.newsroom;

import dev.dateline.pipeline.DropReason;
import dev.dateline.standalone.newsroom.FrontMatter.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must be found out about every page of the newsroom, in the order of its outlets and their feeds. */
public record Truth(List<ExpectedArticle> articles) {

    static Truth of(Newsroom newsroom, Edition edition) {
        return new Truth(newsroom.outlets().stream()
                .flatMap(outlet -> outlet.articles().stream().map(article -> expect(outlet, article, edition)))
                .toList());
    }

    /** Finds the page at a canonical address. */
    public Optional<ExpectedArticle> at(String url) {
        return articles.stream().filter(article -> article.url().equals(url)).findFirst();
    }

    private static ExpectedArticle expect(Outlet outlet, Article article, Edition edition) {
        var marks = article.marks();
        var truth = marks.truth();
        return new ExpectedArticle(
                article.id(),
                edition.url(article),
                outlet.id(),
                Optional.ofNullable(truth.outcome()).map(label -> DropReason.valueOf(label.toUpperCase(Locale.ROOT))),
                edition.expand(article, truth.title() == null ? marks.title() : truth.title()),
                article.language(),
                truth.authors().isEmpty() ? marks.authors() : truth.authors(),
                expand(truth.with(), article, edition),
                expand(truth.without(), article, edition),
                provenance(truth, article, edition),
                truth.copyOf() == null ? article.id() : truth.copyOf(),
                Optional.ofNullable(truth.copyOf()).map(edition::url),
                truth.kinds(),
                article.texts().size(),
                marks.gone(),
                truth.about(),
                truth.notAbout(),
                truth.themes(),
                truth.otherThemes(),
                truth.notThemes());
    }

    private static List<String> expand(List<String> passages, Article article, Edition edition) {
        return passages.stream()
                .map(passage -> edition.expand(article, passage))
                .toList();
    }

    private static ExpectedProvenance provenance(Expectation truth, Article article, Edition edition) {
        var claim = truth.provenance();
        if (claim == null) {
            return ExpectedProvenance.NONE;
        }
        var url = claim.url() == null ? null : edition.expand(article, claim.url());
        var date = claim.date() == null ? null : edition.expand(article, claim.date());
        return new ExpectedProvenance(url, claim.outlet(), claim.author(), date, claim.agency());
    }
}
