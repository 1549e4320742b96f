// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192.0.2.1:22, 192.0.2.1:22",
        "192.0.2.0/30, 192.0.2.0-192.0.2.3",
        "192.0.2.0/30:443, 192.0.2.0-192.0.2.3:443",
        "192.0.2.1-9, 192.0.2.1-192.0.2.9",
        "2001:db8::1, 2001:db8::1",
        "2001:db8::/126, 2001:db8::-2001:db8::3",
        "[2001:db8::1]:22, [2001:db8::1]:22",
        "[2001:db8::1], 2001:db8::1",
        "192.0.2.1:161/udp, 192.0.2.1:161/udp",
        "[2001:db8::1]:22/tcp, [2001:db8::1]:22/tcp",
        "192.0.2.0/31:161/udp, 192.0.2.0-192.0.2.1:161/udp"
    })
    void readsAddresses(String written, String text) {
        assertThat(Target.of(written)).isInstanceOf(Target.Addresses.class).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "My-Host.example.NET, my-host.example.net",
        "host.example.net.:8443, host.example.net:8443",
        "10.0.0.1.example.net:22, 10.0.0.1.example.net:22",
        "主机.example, xn--tiq422d.example"
    })
    void readsHostNamesWithoutLookingThemUp(String written, String text) {
        assertThat(Target.of(written)).isInstanceOf(Target.Host.class).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://example.net/",
                "host:0",
                "host:65536",
                "host:ssh",
                "host:",
                "host:22/",
                "host:22/sctp",
                "host:/udp",
                "[2001:db8::1",
                "[2001:db8::1]22",
                "[host]:22",
                "-host",
                "a..b",
                "host name",
                "192.0.2.300",
                "192.0.2.1:22:23",
                "1234",
                "host/24",
                "caf\u0000e"
            })
    void refusesWhatIsNoTargetAndNamesIt(String written) {
        assertThatThrownBy(() -> Target.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        written.startsWith("[host") ? "host" : written.replaceAll("[\\[\\]].*|:22:.*", ""));
    }
}
