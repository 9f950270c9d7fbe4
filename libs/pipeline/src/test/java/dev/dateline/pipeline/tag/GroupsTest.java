package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Tagger TAGGER = Tagger.load();

    @Test
    void shouldNotTakeAnOrganisationForItsMembers() {
        assertThat(codes("The SCO met in Bishkek. The SCO has ten members."))
                .contains("group:sco", "KG")
                .doesNotContain("CN", "RU", "KZ");
    }

    @Test
    void shouldTakeAClosedGroupForItsMembers() {
        assertThat(codes("The five Central Asian presidents met."))
                .contains("group:c5", "KZ", "KG", "TJ", "TM", "UZ", "143");
    }

    @Test
    void shouldBeAboutAGroupInTheTitle() {
        assertThat(TAGGER.tag("ЕАЭС снизил пошлины", "", "ru", null).regions()).anySatisfy(tag -> {
            assertThat(tag.getCode()).isEqualTo("group:eaeu");
            assertThat(tag.getRole()).isEqualTo(RegionRole.ABOUT);
        });
    }

    private static List<String> codes(String text) {
        return TAGGER.tag("", text, null, null).regions().stream()
                .map(RegionTag::getCode)
                .toList();
    }
}
