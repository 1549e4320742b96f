// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Sighting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which service of those that were seen is one that the operator declared. */
class DeclaredServiceTest {
    private static final DeclaredService SSH = new DeclaredService(
            List.of(AddressRange.of("192.0.2.1"), AddressRange.of("192.0.2.8/30")),
            PortSet.of(22, 2222),
            Transport.TCP,
            Optional.of("ssh"),
            List.of(),
            "administration",
            "operations");

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 22, tcp, true",
        "192.0.2.9, 2222, tcp, true",
        "192.0.2.2, 22, tcp, false",
        "192.0.2.1, 23, tcp, false",
        "192.0.2.1, 22, udp, false",
        "192.0.2.1, 22, sctp, false",
    })
    void isAtItsAddressesPortsAndTransport(String address, int port, String transport, boolean there) {
        assertThat(SSH.isAt(endpoint(address, port, transport))).isEqualTo(there);
    }

    @Test
    void withoutAddressesItIsAtAnyOfTheUnit() {
        DeclaredService dns = declared(Transport.UDP, "dns");

        assertThat(dns.isAt(endpoint("192.0.2.77", 53, "udp"))).isTrue();
        assertThat(dns.isAt(endpoint("192.0.2.77", 53, "tcp"))).isFalse();
    }

    @Test
    void overIpThereAreNoPorts() {
        DeclaredService ospf = declared(Transport.IP, "ospf");

        assertThat(ospf.isAt(endpoint("192.0.2.1", 0, "ip"))).isTrue();
        assertThat(ospf.isAt(endpoint("192.0.2.1", 53, "tcp"))).isFalse();
        assertThat(ospf).hasToString("ip ospf");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh, '', true",
        "telnet, '', false",
        "sftp, ssh, true",
        "http, tls, false",
        "tls, '', true",
        "dtls, '', true",
        "quic, '', true",
        "sctp, '', true",
        "tlcp, '', true",
    })
    void isWhatSpeaksItsProtocolOrHidesWhatItCarries(String protocol, String layer, boolean same) {
        assertThat(SSH.is(seen("192.0.2.1", protocol, layer))).isEqualTo(same);
        assertThat(SSH.ofAnyProtocol().is(seen("192.0.2.1", protocol, layer))).isTrue();
        assertThat(SSH.is(seen("192.0.2.2", protocol, layer))).isFalse();
    }

    @Test
    void itsNameSaysWhereAndWhat() {
        assertThat(SSH).hasToString("192.0.2.1 and others 22,2222/tcp ssh");
        assertThat(SSH.ofAnyProtocol()).hasToString("192.0.2.1 and others 22,2222/tcp");
        assertThat(declared(Transport.UDP, "dns")).hasToString("53/udp dns");
    }

    private static DeclaredService declared(Transport transport, String protocol) {
        return new DeclaredService(
                List.of(),
                transport == Transport.IP ? PortSet.NONE : PortSet.of(53),
                transport,
                Optional.of(protocol),
                List.of(),
                "",
                "");
    }

    private static Sighting seen(String address, String protocol, String layer) {
        List<String> layers = layer.isEmpty() ? List.of() : List.of(layer);
        return new Sighting(endpoint(address, 22, "tcp"), protocol, layers, Confidence.CONFIRMED);
    }

    private static Endpoint endpoint(String address, int port, String transport) {
        return new Endpoint(AddressRange.of(address).first(), port, Transport.of(transport));
    }
}
