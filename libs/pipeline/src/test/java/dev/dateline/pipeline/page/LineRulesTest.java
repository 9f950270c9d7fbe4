package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.page.TextBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRulesTest {
    private static final Labels LABELS = new Labels(PageWords.DEFAULT);

    private final LineRules rules = new LineRules(
            PageWords.DEFAULT,
            LABELS,
            new AuthorReader(PageWords.DEFAULT),
            new ProvenanceReader(PageWords.DEFAULT, LABELS));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ad_1]",
                "Source link",
                "VK X OK WhatsApp Telegram",
                "Write a comment:",
                "Image caption: The pier at dawn",
                "Source: The Harbour Gazette",
                "Original: https://paper.example/a/1",
                "Statement: This article represents the views of the author. Please express your attitude below.",
                "Источник: Портовая газета",
                "Автор: Анна Петрова",
                "Мнение редакции может не совпадать с мнением автора.",
                "Дереккөз: Айлақ жаңалықтары",
                "Булак: Айыл кабарлары",
                "Manba: Port xabarlari",
                "来源：港口日报",
                "责任编辑：王明",
                "Quelle: Hafenblatt",
                "Сілтеме: https://paper.example/a/1",
                "Шилтеме: https://paper.example/a/1",
                "Havola: https://paper.example/a/1",
                "This was reported by The Harbour Gazette.",
                "Подписывайтесь на наш канал в Telegram и узнавайте новости первыми!",
                "Бөлісу: ВКонтакте Telegram WhatsApp Сілтемені көшіру",
                "Kommentar schreiben"
            })
    void shouldTakeOutALineThatIsNotTheArticle(String line) {
        assertThat(text(Cleaning.PROSE, Cleaning.PROSE, line)).containsExactly(Cleaning.PROSE, Cleaning.PROSE);
        assertThat(text(line, Cleaning.PROSE, Cleaning.PROSE)).containsExactly(Cleaning.PROSE, Cleaning.PROSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read also:",
                "Читайте также:",
                "Тағы оқыңыз:",
                "Дагы окуңуз:",
                "Yana oʻqing:",
                "相关阅读",
                "Lesen Sie auch:"
            })
    void shouldCutWhatFollowsReadAlsoAtTheEnd(String line) {
        assertThat(text(Cleaning.PROSE, line, "Storm closes the harbour", "A lighthouse keeper remembers..."))
                .containsExactly(Cleaning.PROSE);
    }

    @Test
    void shouldKeepTheSameWordsInsideAParagraph() {
        var paragraph =
                Cleaning.PROSE + " This was reported by Harbour Gazette. Source: the harbour master's own notes.";
        assertThat(text(paragraph)).containsExactly(paragraph);
    }

    @Test
    void shouldKeepTheArticleThatGoesOnAfterReadAlso() {
        assertThat(text(Cleaning.PROSE, "Read also:", Cleaning.PROSE + " More.", Cleaning.PROSE))
                .hasSize(3);
    }

    private List<String> text(String... lines) {
        var blocks = new ArrayList<TextBlock>();
        for (var line : lines) {
            blocks.add(new TextBlock(Kind.PARAGRAPH, line, 0, new Element("p")));
        }
        return rules.apply(blocks, "Title", List.of()).stream()
                .map(TextBlock::text)
                .toList();
    }
}
