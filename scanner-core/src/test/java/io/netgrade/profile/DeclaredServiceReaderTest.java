// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.PortSet;
import io.netgrade.endpoint.Transport;
import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredServiceReaderTest {
    private final Mistakes mistakes = new Mistakes();

    @Test
    void readsAWholeList() {
        List<DeclaredService> services = read("""
                services:
                  - {port: "53,853", transport: udp, protocol: dns, purpose: resolving}
                  - {port: 22, addresses: 192.0.2.1, peers: [192.0.2.128/25], protocol: ssh}
                  - {transport: ip, protocol: ospf}
                """).orElseThrow();
        assertThat(mistakes.all()).isEmpty();
        assertThat(services).hasSize(3);
        assertThat(services.get(0).ports()).isEqualTo(PortSet.of(53, 853));
        assertThat(services.get(0).transport()).isEqualTo(Transport.UDP);
        assertThat(services.get(1).transport()).isEqualTo(Transport.TCP);
        assertThat(services.get(1)).hasToString("192.0.2.1 22/tcp ssh");
        assertThat(services.get(2)).hasToString("ip ospf");
    }

    @Test
    void emptyListIsAListAndNoneIsNot() {
        assertThat(read("services: []\n")).contains(List.of());
        assertThat(read("id: a\n")).isEmpty();
    }

    @Test
    void everyMistakeIsTold() {
        read("""
                services:
                  - {transport: tcp}
                  - {port: 99999}
                  - {port: 1, protocol: telnett}
                  - {port: 89, transport: ip, protocol: ospf}
                  - {transport: ip}
                  - {prot: 1, port: 2}
                """);
        assertThat(mistakes.all()).extracting(mistake -> mistake.line()).containsExactly(2, 3, 4, 5, 6, 7);
    }

    private Optional<List<DeclaredService>> read(String yaml) {
        return YamlFile.read("plan.yaml", yaml.getBytes(StandardCharsets.UTF_8), mistakes)
                .flatMap(new DeclaredServiceReader(List.of("dns", "ospf", "ssh", "telnet"))::read);
    }
}
