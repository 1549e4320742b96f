// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.DomainName;
import io.netgrade.lab.BindServer;
import io.netgrade.lab.LabServer;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.dns.DnsFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Zones are asked for where the operator names them, and whoever gives one to a stranger fails. */
class ZoneTransferLabTest {
    @Test
    void aServerThatGivesItsZoneToAnybodyFails() throws Exception {
        LabLook look = look(BindServer.recursive(), "lab.example");

        assertThat(look.facts(DnsFacts.TRANSFER)).containsExactly(DnsFacts.TRANSFER.complete(true));
        assertThat(look.controls(Result.FAIL)).contains("INF-02@2");
    }

    @Test
    void aServerThatRefusesPasses() throws Exception {
        LabLook look = look(BindServer.authoritative(), "lab.example");

        assertThat(look.facts(DnsFacts.TRANSFER)).containsExactly(DnsFacts.TRANSFER.complete(false));
        assertThat(look.controls(Result.PASS)).contains("INF-02@2");
    }

    @Test
    void aZoneOfAnotherServerSaysNothing() throws Exception {
        LabLook look = look(BindServer.authoritative(), "elsewhere.example");

        assertThat(look.facts(DnsFacts.TRANSFER)).isEmpty();
        assertThat(look.controls(Result.UNKNOWN)).contains("INF-02@2");
    }

    @Test
    void withoutAZoneNoneIsAskedFor() throws Exception {
        LabLook look = look(BindServer.recursive());

        assertThat(look.facts(DnsFacts.RECURSION)).isNotEmpty();
        assertThat(look.facts(DnsFacts.TRANSFER)).isEmpty();
    }

    private static LabLook look(LabServer server, String... zones) throws Exception {
        List<DomainName> names = List.of(zones).stream().map(DomainName::of).toList();
        Consent consent = new Consent(List.of(), false, false, names);
        return LabLook.at(
                server, List.of(ProtocolCatalog.byId("dns").orElseThrow().asking(consent)));
    }
}
