package dev.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What programs write to standard error, as DATELINE_LOG_FORMAT asks. */
class LogFormatTest {
    @Test
    void shouldWriteALineOfWordsWithKeyValuesUnlessTold() throws Exception {
        assertThat(logged("text"))
                .containsPattern("INFO .*dev.dateline.Example - a source fell silent source=\"steppe\"");
    }

    @Test
    void shouldWriteAnObjectALineWhenAsked() throws Exception {
        var line = logged("json").strip();
        assertThat(line).startsWith("{").endsWith("}").doesNotContain("\n");
        assertThat(line)
                .contains("\"level\":\"INFO\"", "\"message\":\"a source fell silent\"")
                .contains("\"kvpList\": [{\"source\":\"steppe\"}]");
    }

    private static String logged(String format) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("DATELINE_LOG_FORMAT", format);
        var stderr = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
            context.getLogger("dev.dateline.Example")
                    .atInfo()
                    .addKeyValue("source", "steppe")
                    .log("a source fell silent");
        } finally {
            System.setErr(stderr);
            context.stop();
        }
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .noneMatch(status -> status.getEffectiveLevel() >= Status.WARN);
        return written.toString(StandardCharsets.UTF_8);
    }
}
