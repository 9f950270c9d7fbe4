package dev.dateline.kafka.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WarmthTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void shouldBeReachedOnceTheStoresAreNearTheEnd() throws Exception {
        var behind = new ArrayDeque<>(List.of(1_000_000L, Warmth.NEAR + 1, Warmth.NEAR));
        assertThat(answersUntilReached(() -> OptionalLong.of(behind.remove()))).isEqualTo(3);
    }

    @Test
    void shouldBeReachedWithoutStores() throws Exception {
        assertThat(answersUntilReached(OptionalLong::empty)).isEqualTo(1);
    }

    @Test
    void shouldAskAgainWhenNobodyAnswers() throws Exception {
        assertThat(answersUntilReached(() -> {
                    if (asked.get() < 3) {
                        throw new IllegalStateException(new TimeoutException());
                    }
                    return OptionalLong.of(0);
                }))
                .isEqualTo(3);
    }

    private int answersUntilReached(Supplier<OptionalLong> answers) throws InterruptedException {
        var known = new CompletableFuture<Void>();
        var warmth = new Warmth(() -> {
            known.join();
            asked.incrementAndGet();
            return answers.get();
        });
        assertThat(warmth.isReached()).as("nothing is known yet").isFalse();
        known.complete(null);
        while (!warmth.isReached()) {
            Thread.sleep(1);
        }
        warmth.isReached();
        return asked.get();
    }
}
