package dev.dateline.standalone;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingsPage;
import dev.dateline.testkit.GoldenFile;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;

/** The reference pages say what the code declares. */
class ReferenceTest {
    @Test
    void shouldDocumentEverySetting() {
        var settings = new LinkedHashSet<Setting<?>>(Services.settings());
        settings.addAll(Standalone.SETTINGS);
        GoldenFile.verify("../../docs/reference/settings.md", SettingsPage.markdown(settings));
    }

    @Test
    void shouldDocumentEveryMetric() {
        GoldenFile.verify("../../docs/reference/metrics.md", MetricsPage.markdown(Services.metrics()));
    }
}
