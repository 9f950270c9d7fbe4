package dev.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void shouldCloseInTheReverseOrderOfStarting() throws StartException {
        try (var program = new Program()) {
            program.start(List.of(service("a", false), service("b", false)));
            assertThat(program.services()).extracting(Service::name).containsExactly("a", "b");
        }
        assertThat(events).containsExactly("start a", "start b", "close b", "close a");
    }

    @Test
    void shouldCloseWhatWasStartedWhenALaterOneCannotStart() {
        var program = new Program();
        assertThatThrownBy(() -> program.start(List.of(service("a", false), service("b", true))))
                .isInstanceOf(StartException.class);
        assertThat(events).containsExactly("start a", "start b", "close b", "close a");
        assertThat(program.services()).isEmpty();
    }

    @Test
    void shouldCloseWhatStartedWhenItsCompanionCannotStart() {
        var program = new Program();
        assertThatThrownBy(() -> program.startTogether(List.of(service("a", false), service("b", true))))
                .isInstanceOf(StartException.class);
        assertThat(events).contains("close a", "close b");
        assertThat(program.services()).isEmpty();
    }

    private Service service(String name, boolean fails) {
        return new Service() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() throws StartException {
                events.add("start " + name);
                if (fails) {
                    throw new StartException(name, "fails", "");
                }
            }

            @Override
            public Health health() {
                return Health.up("");
            }

            @Override
            public void close() {
                events.add("close " + name);
            }
        };
    }
}
