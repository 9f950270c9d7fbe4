package dev.dateline.standalone.demo;

import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.runtime.settings.Setting;
import java.util.Map;

/** What the demo sets: the newsroom is ours and near, it may be asked often, and its pages change within seconds. */
public final class DemoSettings {
    public static final Map<Setting<?>, String> DEFAULTS = Map.of(
            FetcherConfig.ALLOW_LOOPBACK, "true",
            FetcherConfig.USER_AGENT, "DatelineDemo/0.1 (+http://127.0.0.1)",
            FetcherConfig.HOST_SPACING, "50ms",
            FetcherConfig.MIN_INTERVAL, "1s",
            FetcherConfig.FIRST_BACK_OFF, "2s",
            FetcherConfig.REVISIT_AFTER, "2s,4s,12s");

    private DemoSettings() {}
}
