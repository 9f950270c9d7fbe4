package dev.dateline.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.web.MisbehavingServer;
import dev.dateline.testkit.web.Route;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class NetworkGuardTest {
    private static final FetchLimits QUICK =
            FetchLimits.DEFAULT.withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.9.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void shouldRefuseAddressThatIsNotPublic(String address) throws UnknownHostException {
        assertThat(AddressGuard.permits(InetAddress.getByName(address), Network.PUBLIC))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2002:101:101::1",
                "64:ff9b::101:101",
                "2a00:1450::1",
                "2001:4860::8888"
            })
    void shouldPermitPublicAddress(String address) throws UnknownHostException {
        assertThat(AddressGuard.permits(InetAddress.getByName(address), Network.PUBLIC))
                .isTrue();
    }

    /** Each of these is a way to write an address of this machine or of a local network. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "localhost",
                "LOCALHOST",
                "a.b.localhost",
                "localhost.",
                "１２７.0.0.1",
                "127.0.0.1.",
                "%31%32%37.0.0.1",
                "10.1",
                "169.254.169.254",
                "0xa9fea9fe",
                "[fe80::1]",
                "[fd00::1]"
            })
    void shouldOpenNoConnectionToLocalAddressHoweverItIsWritten(String host) {
        try (var server = MisbehavingServer.start();
                var client = client(new Network(Set.of(80, 443, server.port()), false), name -> {
                    throw new AssertionError("DNS was asked for " + name);
                })) {
            var answer = client.fetch(Request.page("http://" + host + ":" + server.port() + Route.PAGE.path()));

            assertThat(((Answer.Refused) answer).reason()).isEqualTo(FetchFailure.BLOCKED_ADDRESS);
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "1.1.1.1 127.0.0.1", "10.0.0.1", "::1", "2606:4700::1111 fd00::1"})
    void shouldRefuseNameWithAnyAddressThatIsNotPublic(String addresses) {
        try (var server = MisbehavingServer.start();
                var client = client(new Network(Set.of(server.port()), false), host -> addresses(addresses))) {
            var answer = client.fetch(Request.page("http://rebind.example:" + server.port() + "/page"));

            assertThat(((Answer.Refused) answer).reason()).isEqualTo(FetchFailure.BLOCKED_ADDRESS);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void shouldSayThatDnsKnowsNoSuchHost() {
        try (var client = client(Network.PUBLIC, host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(((Answer.Refused) client.fetch(Request.page("http://nowhere.example/"))).reason())
                    .isEqualTo(FetchFailure.UNKNOWN_HOST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://news.example/, BAD_URL",
        "news.example, BAD_URL",
        "http://user:secret@news.example/, BAD_URL",
        "http://news.example:22/, BLOCKED_PORT",
        "http://news.example:8080/, BLOCKED_PORT",
        "https://news.example:5432/, BLOCKED_PORT",
    })
    void shouldRefuseAddressBeforeAskingDns(String url, FetchFailure reason) {
        try (var client = client(Network.WITH_LOOPBACK, host -> {
            throw new AssertionError("DNS was asked for " + host);
        })) {
            assertThat(((Answer.Refused) client.fetch(Request.page(url))).reason())
                    .isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "courier.localhost", "127.1"})
    void shouldReachLoopbackOnAnyPortOnceItIsAllowed(String host) {
        try (var server = MisbehavingServer.start();
                var client = client(Network.WITH_LOOPBACK, name -> {
                    throw new AssertionError("DNS was asked for " + name);
                })) {
            var answer = client.fetch(Request.page("http://" + host + ":" + server.port() + Route.PAGE.path()));

            assertThat(answer).isInstanceOf(Answer.Content.class);
        }
    }

    private static PageClient client(Network network, Dns dns) {
        return new PageClient("DatelineTest/1.0", QUICK, network, new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return host.matches("[\\d.]+|.*:.*") ? addresses(host) : dns.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    private static InetAddress[] addresses(String texts) throws UnknownHostException {
        var parts = texts.split(" ");
        var addresses = new InetAddress[parts.length];
        for (int i = 0; i < parts.length; i++) {
            addresses[i] = InetAddress.getByName(parts[i]);
        }
        return addresses;
    }

    /** What stands for DNS here. */
    @FunctionalInterface
    private interface Dns {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
