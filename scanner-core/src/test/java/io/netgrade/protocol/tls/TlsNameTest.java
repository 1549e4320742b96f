// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TlsNameTest {
    @Test
    void matchesAsTheRfcSays() {
        assertThat(new TlsName("WWW.lab.example.").fits(List.of("www.LAB.example")))
                .isTrue();
        assertThat(new TlsName("www.lab.example").fits(List.of("*.lab.example")))
                .isTrue();
        assertThat(new TlsName("a.www.lab.example").fits(List.of("*.lab.example")))
                .isFalse();
        assertThat(new TlsName("lab.example").fits(List.of("*.lab.example"))).isFalse();
        assertThat(new TlsName("lab.example").fits(List.of("*.example"))).isFalse();
        assertThat(new TlsName("192.0.2.1").fits(List.of("192.0.2.1"))).isTrue();
        assertThat(new TlsName("192.0.2.1").fits(List.of("*.0.2.1"))).isFalse();
        assertThat(new TlsName("lab.example").fits(List.of())).isFalse();
    }

    @Test
    void sendsHostNamesOnly() {
        assertThat(new TlsName("www.lab.").serverName()).contains("www.lab");
        assertThat(new TlsName("192.0.2.1").serverName()).isEmpty();
        assertThat(new TlsName("2001:db8::1").serverName()).isEmpty();
        assertThat(new TlsName("w w.lab").serverName()).isEmpty();
    }
}
