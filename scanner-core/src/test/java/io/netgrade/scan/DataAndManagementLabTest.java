// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.lab.EtcdServer;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.MariadbServer;
import io.netgrade.lab.MemcachedServer;
import io.netgrade.lab.RabbitmqServer;
import io.netgrade.lab.RsyncServer;
import io.netgrade.lab.SambaServer;
import io.netgrade.lab.SlapdServer;
import io.netgrade.lab.TigerVncServer;
import io.netgrade.lab.VsftpdServer;
import io.netgrade.lab.XrdpServer;
import io.netgrade.lab.XvfbServer;
import io.netgrade.protocol.Consent;
import io.netgrade.testing.SideBySide;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Data and management services on this machine, strong and weak, asked with consent to anonymous log-ins, and judged. */
class DataAndManagementLabTest {
    private static final Consent CONSENT = new Consent(List.of(), false, true);

    private static Arguments server(LabServer server, String passes, String fails) {
        return Arguments.of(server.name(), server, words(passes), words(fails));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                server(MemcachedServer.open(), "", "DAT-02@1 DAT-16@3.1"),
                server(MemcachedServer.withLogin(), "DAT-02@1", "DAT-16@3.1"),
                server(MariadbServer.withoutTls(), "", "DAT-05@1 DAT-06@3.1"),
                server(MariadbServer.withTls(), "DAT-06@3.1 TLS-15@2 TLS-15@3.1", "DAT-05@1 TLS-18@3.1"),
                server(RabbitmqServer.clear(), "", "DAT-16@3.1 DAT-17@1"),
                server(RabbitmqServer.insideTls(), "", "DAT-17@1"),
                server(EtcdServer.weak(), "", "DAT-07@1 DAT-07@3.1 DAT-16@3.1"),
                server(RsyncServer.listing(), "", "MGT-24@1 MGT-33@1"),
                server(RsyncServer.hiding(), "MGT-33@1", "MGT-24@1"),
                server(SambaServer.weak(), "", "MGT-23@1 MGT-23@2 MGT-23@3.2"),
                server(SambaServer.strong(), "MGT-23@1 MGT-23@2 MGT-23@3.2", ""),
                server(SlapdServer.weak(), "", "MGT-29@2"),
                server(SlapdServer.strong(), "MGT-29@2", ""),
                server(TigerVncServer.weak(), "", "BND-02@2 MGT-19@2 MGT-19@3.1"),
                server(TigerVncServer.strong(), "MGT-19@2 MGT-19@3.1", "BND-02@2"),
                server(XrdpServer.weak(), "", "BND-02@2 MGT-20@2"),
                server(XvfbServer.open(), "", "MGT-21@1"),
                server(XvfbServer.strict(), "MGT-21@1", ""),
                server(VsftpdServer.clear(), "", "BND-11@1"));
    }

    @SideBySide
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void keepsAndBreaks(String name, LabServer server, Set<String> passes, Set<String> fails) throws Exception {
        LabLook look = LabLook.at(server, ProtocolCatalog.asked(CONSENT));

        Set<String> spokenOf = new HashSet<>(passes);
        spokenOf.addAll(fails);
        assertThat(among(look, Result.PASS, spokenOf)).as(name).isEqualTo(passes);
        assertThat(among(look, Result.FAIL, spokenOf)).as(name).isEqualTo(fails);
        assertThat(among(look, Result.UNKNOWN, spokenOf)).as(name).isEmpty();
    }

    private static Set<String> among(LabLook look, Result result, Set<String> spokenOf) {
        Set<String> found = new HashSet<>(look.controls(result));
        found.retainAll(spokenOf);
        return found;
    }
}
