// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemDescriptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version 15.2(4)M5, RELEASE SOFTWARE (fc2) | Cisco IOS | 15.2(4)M5 | cpe:2.3:o:cisco:ios:15.2\\(4\\)m5:*:*:*:*:*:*:*",
                "Cisco IOS Software [Everest], Catalyst L3 Switch Software (CAT3K_CAA-UNIVERSALK9-M) IOSXE, Version 16.6.2 | Cisco IOS XE | 16.6.2 | cpe:2.3:o:cisco:ios_xe:16.6.2:*:*:*:*:*:*:*",
                "Huawei Versatile Routing Platform Software VRP (R) software, Version 5.160 (AR2220 V200R007C00SPC900) | Huawei VRP | 5.160 | cpe:2.3:o:huawei:versatile_routing_platform:5.160:*:*:*:*:*:*:*",
                "Juniper Networks, Inc. mx480 internet router, kernel JUNOS 18.4R3.3, Build date: 2020 | Junos | 18.4R3.3 | cpe:2.3:o:juniper:junos:18.4:r3:*:*:*:*:*:*",
                "Linux host 5.10.0-21-amd64 #1 SMP Debian | Linux | 5.10.0-21-amd64 | cpe:2.3:o:linux:linux_kernel:5.10.0:*:*:*:*:*:*:*",
            })
    void namesTheSoftware(String text, String product, String version, String cpe) {
        Fact fact = stated(text);

        assertThat(fact.is(CommonFacts.SOFTWARE)).isTrue();
        assertThat(fact.text("product")).contains(product);
        assertThat(fact.text("version")).contains(version);
        assertThat(fact.text("cpe")).contains(cpe);
    }

    @Test
    void tellsAnUnknownTextAsItIs() {
        assertThat(stated("my printer")).isEqualTo(CommonFacts.GREETING.partial("my printer"));
    }

    private static Fact stated(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        List<Fact> stated = new ArrayList<>();
        SystemDescription.state(ByteView.of(bytes), bytes.length, true, (fact, excerpt) -> stated.add(fact));
        return stated.get(0);
    }
}
