package dev.dateline.pipeline.page.learn;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.HostState;
import dev.dateline.schema.RepeatedBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks a host repeats at the ends of its texts, counted over its latest articles.
 *
 * <p>A block that comes a second time is counted from then on, in different articles only. When the host has {@value #AGED}
 * articles all counts are halved, so that the last hundred or two count and a template that is gone is forgotten. A block is learnt
 * when at least {@value #FEWEST} articles have it and at least a fifth of the host's, and forgotten when less than a tenth have it:
 * between the two nothing changes, so that versions are few. What only a series repeats, such as the heading of a daily bulletin, is
 * its content and is not learnt: a series is told by a word that all its titles share and the host's other titles do not.
 *
 * <p>Everything is bounded: {@value #LATEST} articles are known again, {@value #ONCE} blocks that came once, {@value #COUNTED} that
 * came more often, {@value #LEARNT} that are learnt. Since an article is known again for so long, no article by itself, however
 * often it is edited, can be counted for more than a few.
 */
final class HostHabits {
    static final int FEWEST = 25;
    static final int AGED = 200;
    static final int LATEST = 100;
    static final int COUNTED = 48;
    static final int LEARNT = 16;
    private static final int ONCE = 192;
    /** A block is learnt at one in this many articles. */
    private static final int LEARN_SHARE = 5;
    /** A block is forgotten when it is in fewer than one of this many. */
    private static final int FORGET_SHARE = 10;

    private static final Comparator<RepeatedBlock> ORDER = Comparator.comparing(RepeatedBlock::getEdge)
            .thenComparing(RepeatedBlock::getArticles, Comparator.reverseOrder())
            .thenComparing(RepeatedBlock::getText);

    private final String host;
    private final RecentHashes latest;
    private final RecentHashes once;
    private final List<BlockHabit> blocks = new ArrayList<>();
    private int version;
    private int articles;
    private long titleWords;

    HostHabits(HostState stored) {
        this.host = stored.getHost();
        this.version = stored.getVersion();
        this.articles = stored.getArticles();
        this.titleWords = stored.getTitleWords();
        // Two hashes for each article.
        this.latest = new RecentHashes(2 * LATEST, stored.getLatest());
        this.once = new RecentHashes(ONCE, stored.getOnce());
        stored.getBlocks().forEach(block -> blocks.add(new BlockHabit(block)));
    }

    /** What is remembered of a host of which nothing is. */
    static HostState nothing(String host, int version, Instant at) {
        return HostState.newBuilder()
                .setHost(host)
                .setVersion(version)
                .setAt(at)
                .build();
    }

    /**
     * Counts an article, unless it or another one of the same content was counted lately.
     *
     * @return whether other blocks are repeated now, which makes a new version
     */
    boolean count(CleanArticle article) {
        if (!isNew(article)) {
            return false;
        }
        if (articles == AGED) {
            age();
        }
        articles++;
        var words = TitleWords.of(article.getTitle());
        titleWords &= words;
        var found = EdgeBlock.of(article);
        found.forEach(block -> count(block, words));
        boolean changed = forgetRare() | learnFrequent(found);
        version += changed ? 1 : 0;
        return changed;
    }

    private boolean isNew(CleanArticle article) {
        var identity = Hashing.komihash5_0().hashCharsToLong(article.getArticleId());
        var content = Hashing.komihash5_0().hashCharsToLong(article.getContentHash());
        if (latest.contains(identity) || latest.contains(content)) {
            return false;
        }
        latest.add(identity);
        latest.add(content);
        return true;
    }

    private void count(EdgeBlock block, long words) {
        var known = find(block.hash());
        if (known != null) {
            known.count(words);
        } else if (once.remove(block.hash())) {
            makeRoom();
            blocks.add(new BlockHabit(block, words));
        } else {
            once.add(block.hash());
        }
    }

    private @Nullable BlockHabit find(long hash) {
        for (var block : blocks) {
            if (block.hash() == hash) {
                return block;
            }
        }
        return null;
    }

    /** The rarest goes, of equals the one known for longest; never one that is learnt. */
    private void makeRoom() {
        if (blocks.size() == COUNTED) {
            blocks.stream()
                    .filter(block -> !block.isLearnt())
                    .min(Comparator.comparingInt(BlockHabit::articles))
                    .ifPresent(blocks::remove);
        }
    }

    private void age() {
        articles /= 2;
        blocks.forEach(BlockHabit::age);
        blocks.removeIf(block -> block.articles() == 0 && !block.isLearnt());
    }

    private boolean forgetRare() {
        boolean changed = false;
        for (var block : blocks) {
            if (block.isLearnt() && block.articles() * FORGET_SHARE < articles) {
                block.forget();
                changed = true;
            }
        }
        return changed;
    }

    private boolean learnFrequent(Collection<EdgeBlock> found) {
        boolean changed = false;
        for (var block : found) {
            var habit = find(block.hash());
            if (habit != null && !habit.isLearnt() && isRepeated(habit) && learnt().size() < LEARNT) {
                habit.learn(block.text());
                changed = true;
            }
        }
        return changed;
    }

    private boolean isRepeated(BlockHabit block) {
        return block.articles() >= FEWEST
                && block.articles() * LEARN_SHARE >= articles
                && !block.isOfSeries(titleWords);
    }

    private List<RepeatedBlock> learnt() {
        return blocks.stream()
                .filter(BlockHabit::isLearnt)
                .map(BlockHabit::published)
                .sorted(ORDER)
                .toList();
    }

    HostBoilerplate published(Instant at) {
        return new HostBoilerplate(host, version, learnt(), articles, at);
    }

    HostState stored(Instant at) {
        return HostState.newBuilder()
                .setHost(host)
                .setVersion(version)
                .setArticles(articles)
                .setTitleWords(titleWords)
                .setLatest(latest.bytes())
                .setOnce(once.bytes())
                .setBlocks(blocks.stream().map(BlockHabit::stored).toList())
                .setAt(at)
                .build();
    }
}
