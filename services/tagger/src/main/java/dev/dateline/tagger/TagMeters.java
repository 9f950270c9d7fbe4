package dev.dateline.tagger;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.schema.UniqueArticle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** Tags, and counts languages, regions, themes, and what articles lack of these. Changes no outcome. */
final class TagMeters implements Stage<UniqueArticle, EnrichedArticle> {
    private final Stage<UniqueArticle, EnrichedArticle> tagger;
    private final MeterRegistry meters;
    private final Counter withoutLanguage;
    private final Counter withoutRegion;
    private final Counter withoutTheme;

    TagMeters(Stage<UniqueArticle, EnrichedArticle> tagger, MeterRegistry meters) {
        this.tagger = tagger;
        this.meters = meters;
        this.withoutLanguage = TaggerMetrics.UNTAGGED.counter(meters, "language");
        this.withoutRegion = TaggerMetrics.UNTAGGED.counter(meters, "region");
        this.withoutTheme = TaggerMetrics.UNTAGGED.counter(meters, "theme");
    }

    @Override
    public Outcome<EnrichedArticle> apply(UniqueArticle unique) {
        var outcome = tagger.apply(unique);
        outcome.fold(Optional::of, (reason, detail) -> Optional.<EnrichedArticle>empty())
                .filter(article -> article.getStatus() == ArticleStatus.LIVE)
                .ifPresent(this::count);
        return outcome;
    }

    private void count(EnrichedArticle article) {
        var language = TagLabel.ofLanguage(article.getLanguage());
        TaggerMetrics.LANGUAGES.counter(meters, language).increment();
        var regions = article.getRegions().stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                .map(RegionTag::getCode)
                .map(TagLabel::ofRegion)
                .distinct()
                .toList();
        regions.forEach(region -> TaggerMetrics.REGIONS.counter(meters, region).increment());
        article.getThemes().stream()
                .map(ThemeTag::getCode)
                .map(TagLabel::ofTheme)
                .filter(theme -> !theme.isEmpty())
                .distinct()
                .forEach(theme -> TaggerMetrics.THEMES.counter(meters, theme).increment());
        withoutLanguage.increment(language.equals(TagLabel.UNDETERMINED) ? 1 : 0);
        withoutRegion.increment(regions.isEmpty() ? 1 : 0);
        withoutTheme.increment(article.getThemes().isEmpty() ? 1 : 0);
    }
}
