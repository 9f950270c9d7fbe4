package dev.dateline.fetcher;

import dev.dateline.fetcher.http.Network;
import dev.dateline.fetcher.manners.Politeness;
import dev.dateline.fetcher.terms.Secrets;
import dev.dateline.fetcher.visit.BackOff;
import dev.dateline.fetcher.visit.FrontierRules;
import dev.dateline.fetcher.visit.PollInterval;
import dev.dateline.fetcher.visit.RevisitPlan;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the fetcher is set.
 *
 * @param instance names this one among those that run at once
 * @param workers requests under way at once, each to another host
 * @param secrets that sources name
 */
public record FetcherConfig(
        String instance,
        String userAgent,
        int workers,
        Network network,
        Secrets secrets,
        Politeness politeness,
        FrontierRules rules) {
    private static final Pattern WITH_CONTACT = Pattern.compile("[\\w.-]+(?:/\\S+)? .*\\+(?:https?://|mailto:)\\S+.*");

    /** Until an operator says who asks. */
    private static final String ANONYMOUS = "dateline/0.1 (operator named no contact)";

    public static final Setting<String> INSTANCE = Setting.of(
            "fetcher.instance",
            SettingType.STRING,
            "0",
            "Name of this instance, another one for each that runs at once. A restart under the same name ends at once what the"
                    + " one before left open.");
    public static final Setting<String> USER_AGENT = Setting.of(
            "fetcher.user-agent",
            SettingType.STRING.where(
                    text -> text.equals(ANONYMOUS) || WITH_CONTACT.matcher(text).matches(),
                    "a name and where the owner of a site learns more"),
            ANONYMOUS,
            "Who asks, such as mybot/1.0 (+https://my.example/bot): name your own address before you ask strangers. The first"
                    + " word is our name in robots.txt files.");
    public static final Setting<Integer> WORKERS = Setting.of(
            "fetcher.workers", SettingType.between(1, 512), "16", "Requests under way at once, each to another host.");
    public static final Setting<Duration> MIN_INTERVAL = Setting.of(
            "fetcher.min-interval",
            SettingType.DURATION,
            "5m",
            "Shortest time between two polls of a feed, unless its source says otherwise.");
    public static final Setting<Duration> MAX_INTERVAL = Setting.of(
            "fetcher.max-interval",
            SettingType.DURATION,
            "24h",
            "Longest time between two polls of a feed, unless its source says otherwise.");
    public static final Setting<Duration> FIRST_BACK_OFF = Setting.of(
            "fetcher.first-back-off",
            SettingType.DURATION.where(
                    value -> !value.isZero() && value.compareTo(BackOff.LONGEST) <= 0,
                    "longer than nothing, at most 6h"),
            "1m",
            "How long an address is left alone that failed and named no time; doubles with each failure in a row, up to 6h.");
    public static final Setting<List<Duration>> REVISIT_AFTER = Setting.of(
            "fetcher.revisit-after",
            SettingType.DURATIONS,
            "1h,24h,7d",
            "When a page is looked at again for edits, counted from when it was first seen.");
    public static final Setting<Duration> CONFIRM_MISSING = Setting.of(
            "fetcher.confirm-missing-after",
            SettingType.DURATION,
            "1h",
            "A page that answers 404 is withdrawn when it still does after this time.");
    public static final Setting<Duration> HOST_SPACING = Setting.of(
            "fetcher.host-spacing",
            SettingType.DURATION,
            "1s",
            "Shortest time between two requests to one host; half of it is added at random.");
    public static final Setting<Integer> MAX_ITEMS = Setting.of(
            "fetcher.max-items",
            SettingType.between(1, 1_000),
            "1000",
            "Items of a feed that are followed, in the order of the feed.");
    public static final Setting<Duration> REMEMBER = Setting.of(
            "fetcher.remember-for",
            SettingType.DURATION,
            "30d",
            "How long a page is remembered after its last visit; a link that shows up later is a new one.");
    public static final Setting<List<String>> PORTS = Setting.of(
            "fetcher.allowed-ports",
            SettingType.LIST.where(
                    ports -> ports.stream().allMatch(port -> port.matches("[1-9]\\d{0,4}")), "a list of ports"),
            "80,443",
            "Ports that may be asked; others are refused.");
    public static final Setting<Boolean> ALLOW_LOOPBACK = Setting.of(
            "fetcher.allow-loopback",
            SettingType.BOOLEAN,
            "false",
            "Lets sources be on this machine. For tests and the demo only: whoever names a source reaches local servers.");
    public static final List<Setting<?>> ALL = List.of(
            INSTANCE,
            USER_AGENT,
            WORKERS,
            MIN_INTERVAL,
            MAX_INTERVAL,
            FIRST_BACK_OFF,
            REVISIT_AFTER,
            CONFIRM_MISSING,
            HOST_SPACING,
            MAX_ITEMS,
            REMEMBER,
            PORTS,
            WaySettings.PROXIES,
            WaySettings.PROXY,
            WaySettings.SECRETS,
            ALLOW_LOOPBACK);

    /** Reads the settings; combinations that make no sense are told all at once. */
    static FetcherConfig from(Settings settings) throws StartException {
        verify(settings);
        var spacing = settings.get(HOST_SPACING);
        var secrets = WaySettings.secrets(settings);
        var ports =
                new HashSet<>(settings.get(PORTS).stream().map(Integer::valueOf).toList());
        return new FetcherConfig(
                settings.get(INSTANCE),
                settings.get(USER_AGENT),
                settings.get(WORKERS),
                new Network(ports, settings.get(ALLOW_LOOPBACK), WaySettings.proxies(settings, secrets)),
                secrets,
                new Politeness(
                        spacing,
                        spacing.dividedBy(2),
                        settings.get(FIRST_BACK_OFF),
                        Politeness.DEFAULT.longestBackOff()),
                new FrontierRules(
                        new PollInterval(settings.get(MIN_INTERVAL), settings.get(MAX_INTERVAL)),
                        new BackOff(settings.get(FIRST_BACK_OFF), BackOff.LONGEST),
                        new RevisitPlan(settings.get(REVISIT_AFTER), settings.get(CONFIRM_MISSING)),
                        settings.get(MAX_ITEMS),
                        settings.get(REMEMBER)));
    }

    private static void verify(Settings settings) throws StartException {
        var problems = new ArrayList<Problem>();
        if (settings.get(MIN_INTERVAL).compareTo(settings.get(MAX_INTERVAL)) > 0) {
            problems.add(new Problem(
                    MIN_INTERVAL.key(), "is longer than " + MAX_INTERVAL.key(), "Exchange the two, or leave one out."));
        }
        var revisits = settings.get(REVISIT_AFTER);
        if (!revisits.stream().sorted(Comparator.naturalOrder()).toList().equals(revisits)) {
            problems.add(new Problem(
                    REVISIT_AFTER.key(),
                    "is not in ascending order",
                    "Write it like " + REVISIT_AFTER.fallback() + "."));
        }
        WaySettings.problem(settings).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }

    /** Our name in robots.txt files: the user agent's first word, without its version. */
    String product() {
        return userAgent.split("[/ ]", 2)[0];
    }

    /** Says whether sites learn whom to write to. */
    boolean namesContact() {
        return !userAgent.equals(ANONYMOUS);
    }
}
