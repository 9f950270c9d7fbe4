package dev.dateline.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCheckTest {
    @ParameterizedTest(name = "listening on {0}, asked as {1}: {2}")
    @CsvSource(textBlock = """
            127.0.0.1,    localhost,             true
            127.0.0.1,    LocalHost:8080,        true
            127.0.0.1,    127.0.0.1:8080,        true
            127.0.0.1,    [::1]:8080,            true
            127.0.0.1,    evil.example,          false
            127.0.0.1,    localhost.evil.example,false
            127.0.0.1,    127.0.0.1.evil.example,false
            127.0.0.1,    192.0.2.7:8080,        false
            127.0.0.1,    news.example,          true
            127.0.0.1,    ,                      false
            0.0.0.0,      192.0.2.7:8080,        true
            0.0.0.0,      [2001:db8::1]:8080,    true
            0.0.0.0,      evil.example,          false
            192.0.2.7,    192.0.2.7,             true
            192.0.2.7,    192.0.2.8,             false
            2001:db8::1,  [2001:db8::1]:80,      true
            """)
    void shouldLetOnlyItsOwnNamesIn(String host, String asked, boolean allowed) {
        assertThat(new HostCheck(host, List.of("news.example")).allows(asked)).isEqualTo(allowed);
    }
}
