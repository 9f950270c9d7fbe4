package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.FeedItem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A source whose pages are on as many hosts as it likes, none of which answers. */
class WorkSharesTest {
    private static final int WORKERS = 16;
    private static final String GOOD = "https://good.example/feed.xml";

    private final FrontierBench bench = new FrontierBench();

    @Test
    void shouldLeaveWorkersToOthersWhenAThousandHostsOfASourceAreSilent() {
        bench.listItems(IntStream.range(0, 200)
                .mapToObj(host -> page("https://silent-" + host + ".example/a"))
                .toArray(FeedItem[]::new));
        poll();

        assertThat(begin(WORKERS)).isEqualTo(WORKERS / 2);

        bench.listItemsOf("good", GOOD, page("https://good.example/a"));
        assertThat(bench.frontier.next(WORKERS / 2))
                .get()
                .extracting(turn -> turn.task().url())
                .isEqualTo(GOOD);
    }

    @Test
    void shouldGiveASourceAnotherWorkerWhenOneOfItsTasksIsDone() {
        var shares = new WorkShares();
        shares.begun("a");
        shares.begun("a");

        assertThat(shares.allow("a", 2)).isFalse();
        assertThat(shares.allow("b", 2)).isTrue();

        shares.done("a");
        assertThat(shares.allow("a", 2)).isTrue();
    }

    private void poll() {
        bench.finish(bench.frontier.next(WORKERS).orElseThrow());
    }

    /** Begins all that may be begun, none of which ends; gives how many that were. */
    private int begin(int workers) {
        int begun = 0;
        while (bench.frontier.next(workers - begun).isPresent()) {
            begun++;
        }
        return begun;
    }

    private static FeedItem page(String url) {
        return FeedItem.newBuilder().setLink(url).setTitle(url).build();
    }
}
