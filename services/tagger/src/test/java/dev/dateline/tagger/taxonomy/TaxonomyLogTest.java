package dev.dateline.tagger.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.runtime.StartException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaxonomyLogTest {
    private TaxonomyLog log;

    @BeforeEach
    void open() throws StartException {
        log = new TaxonomyLog(Records.topic());
    }

    @Test
    void shouldGiveTheShippedTaxonomyWhenNothingWasApplied() throws Exception {
        assertThat(log.current()).isEqualTo(OwnTaxonomy.NONE);
        assertThat(log.version()).isEmpty();
    }

    @Test
    void shouldGiveBackWhatWasWritten() throws Exception {
        var taxonomy = Records.lithium("1");
        Records.of(taxonomy).forEach(log::take);

        assertThat(log.current()).isEqualTo(taxonomy);
    }

    @Test
    void shouldGiveTheNewestOfSeveral() throws Exception {
        Records.of(Records.lithium("1")).forEach(log::take);
        Records.of(new OwnTaxonomy("2", List.of(), List.of())).forEach(log::take);

        assertThat(log.current().files()).isEmpty();
        assertThat(log.version()).contains("2");
        assertThat(log.keysBeside(log.current())).containsExactly("1/0", "1/1");
    }

    @Test
    void shouldRefuseAManifestWithoutAllItsChunks() throws Exception {
        Records.of(Records.lithium("1")).stream().skip(1).forEach(log::take);

        assertThatThrownBy(log::current)
                .isInstanceOf(BrokenTaxonomyException.class)
                .hasMessage("chunk 1/0 is missing");
    }

    @Test
    void shouldRefuseAChunkOfOtherContent() throws Exception {
        Records.of(Records.lithium("1")).forEach(log::take);
        var other = OwnTaxonomy.of("1", List.of(new TaxonomyFile("groups/own.yaml", "other: {}")));
        log.take(Records.of(other).get(0));

        assertThatThrownBy(log::current)
                .isInstanceOf(BrokenTaxonomyException.class)
                .hasMessageContaining("the digest of its files is");
    }

    @Test
    void shouldRefuseWhatIsNoRecordOfOurs() throws Exception {
        log.take(Records.record("current", new byte[] {1, 2, 3}));

        assertThatThrownBy(log::current)
                .isInstanceOf(BrokenTaxonomyException.class)
                .hasMessageContaining("record current is unreadable");
    }

    @Test
    void shouldRefuseAChunkThatGrowsWhenUnpacked() {
        var bomb = ChunkText.pack(" ".repeat(OwnTaxonomy.MOST_BYTES + 1));

        assertThatThrownBy(() -> ChunkText.unpack(bomb)).isInstanceOf(BrokenTaxonomyException.class);
    }
}
