// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.lab.BindServer;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.MemcachedServer;
import io.netgrade.lab.NginxServer;
import io.netgrade.lab.OpenSshServer;
import io.netgrade.lab.RedisServer;
import io.netgrade.lab.SnmpServer;
import io.netgrade.lab.TelnetServer;
import io.netgrade.lab.VsftpdServer;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.ssh.SshFacts;
import io.netgrade.protocol.tls.TlsFacts;
import io.netgrade.testing.SideBySide;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The prober against real servers on unusual ports: what each is found to be, and which controls it keeps and breaks. */
class LabScanTest {
    /** How an exchange with a healthy server on this machine may end. */
    private static final Set<Attempt.Status> SANE = EnumSet.of(
            Attempt.Status.ANSWERED,
            Attempt.Status.NOT_THIS_PROTOCOL,
            Attempt.Status.REFUSED,
            Attempt.Status.TIMED_OUT,
            Attempt.Status.CLOSED_EARLY,
            Attempt.Status.RESET);

    private static Arguments server(LabServer server, String services, String passes, String fails) {
        return Arguments.of(server.name(), server, words(services), words(passes), words(fails));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                server(
                        OpenSshServer.strong(),
                        "ssh",
                        "MGT-06@1 MGT-07@2 MGT-07@3.1 MGT-08@2 MGT-08@3.2 MGT-09@3.1 MGT-10@1",
                        "BND-02@2"),
                server(
                        OpenSshServer.weak(),
                        "ssh",
                        "MGT-06@1 MGT-09@3.1 MGT-10@1",
                        "BND-02@2 MGT-07@2 MGT-07@3.1 MGT-08@2 MGT-08@3.2"),
                server(
                        NginxServer.strong(),
                        "tls tls/http",
                        "BND-05@2 TLS-01@1 TLS-02@2 TLS-02@3.1 TLS-03@4 TLS-04@1 TLS-05@2 TLS-06@3.1 TLS-07@3.2 TLS-08@2"
                                + " TLS-09@2 TLS-09@4 TLS-10@1 TLS-11@1 TLS-14@3.2 TLS-16@3.1 WEB-02@2",
                        "TLS-08@4 TLS-13@2 TLS-13@3.1"),
                server(
                        NginxServer.weak(),
                        "tls tls/http",
                        "TLS-01@1 TLS-11@1",
                        "BND-05@2 TLS-02@2 TLS-02@3.1 TLS-03@4 TLS-04@1 TLS-05@2 TLS-06@3.1 TLS-07@3.2 TLS-08@2 TLS-08@4"
                                + " TLS-09@2 TLS-09@4 TLS-10@1 TLS-13@2 TLS-13@3.1 TLS-14@3.2 TLS-16@3.1"),
                server(NginxServer.plain(), "http", "", "BND-05@2 WEB-03@3.1"),
                server(NginxServer.redirecting(), "http", "MGT-03@2 WEB-02@2 WEB-03@3.1", "BND-05@2"),
                server(SnmpServer.v3(), "snmp", "", "BND-02@2"),
                server(BindServer.recursive(), "dns", "", "BND-05@2 INF-01@2 INF-03@2"),
                server(BindServer.authoritative(), "dns", "BND-05@2 INF-01@2 INF-03@2", ""),
                server(VsftpdServer.clear(), "ftp", "", "BND-05@2 MGT-04@2"),
                server(TelnetServer.plain(), "telnet", "BND-05@2", "BND-02@2 MGT-01@2"),
                server(RedisServer.open(), "redis", "", "BND-05@2 DAT-01@1"),
                server(RedisServer.withPassword(), "redis", "BND-05@2 DAT-01@1", ""),
                server(MemcachedServer.open(), "memcached", "", ""),
                server(MemcachedServer.withLogin(), "memcached", "", ""));
    }

    @SideBySide
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void findsWhatItIsAndWhatItKeepsAndBreaks(
            String name, LabServer server, Set<String> services, Set<String> passes, Set<String> fails)
            throws Exception {
        LabLook look = LabLook.at(server);

        assertThat(look.services()).as(name).isEqualTo(services);
        assertThat(among(look.controls(Result.PASS), passes, fails)).as(name).isEqualTo(passes);
        assertThat(among(look.controls(Result.FAIL), passes, fails)).as(name).isEqualTo(fails);
        assertThat(among(look.controls(Result.UNKNOWN), passes, fails)).as(name).isEmpty();
        assertThat(look.collected().attempts())
                .isNotEmpty()
                .allSatisfy(attempt ->
                        assertThat(attempt.status()).as(attempt.toString()).isIn(SANE));
        assertThat(look.collected().problems()).isEmpty();
    }

    private static Set<String> among(Set<String> found, Set<String> passes, Set<String> fails) {
        return found.stream()
                .filter(control -> passes.contains(control) || fails.contains(control))
                .collect(Collectors.toSet());
    }

    @SideBySide
    @Test
    void findsADeclaredDefaultCommunityOfSnmp() throws Exception {
        LabLook look = LabLook.at(SnmpServer.v2c(), ProtocolCatalog.asked(Consent.toCommunities(List.of("public"))));

        assertThat(look.services()).containsExactly("snmp");
        assertThat(look.controls(Result.FAIL)).contains("MGT-11@2", "MGT-12@1");
    }

    @SideBySide
    @Test
    void findsTlsBehindTheUpgradeOfFtp() throws Exception {
        LabLook look = LabLook.at(VsftpdServer.withTls());

        assertThat(look.services()).hasSize(2).contains("ftp");
        assertThat(look.controls(Result.PASS)).contains("TLS-01@1", "TLS-02@2", "TLS-04@1", "TLS-05@2");
        // That AUTH TLS is offered does not show that a login in clear is refused.
        assertThat(look.controls(Result.UNKNOWN)).contains("MGT-04@2");
    }

    @SideBySide
    @Test
    void statesWholeWhatItAskedInFull() throws Exception {
        LabLook ssh = LabLook.at(OpenSshServer.strong());
        LabLook tls = LabLook.at(NginxServer.strong());

        assertThat(ssh.facts(SshFacts.HOST_KEY)).hasSize(2).allMatch(Fact::complete);
        assertThat(ssh.facts(SshFacts.KEY_EXCHANGES)).singleElement().matches(Fact::complete);
        assertThat(ssh.facts(SshFacts.AUTHENTICATION_METHODS))
                .containsExactly(SshFacts.AUTHENTICATION_METHODS.complete(List.of("publickey"), false));
        assertThat(tls.facts(TlsFacts.VERSIONS_ACCEPTED))
                .containsExactly(TlsFacts.VERSIONS_ACCEPTED.complete(List.of("TLSv1.2", "TLSv1.3")));
        assertThat(tls.facts(TlsFacts.GROUPS_ACCEPTED)).singleElement().matches(Fact::complete);
        assertThat(tls.facts(TlsFacts.DH_GROUP)).containsExactly(TlsFacts.DH_GROUP.none());
        assertThat(tls.facts(TlsFacts.SUITES_ACCEPTED)).hasSize(2).allMatch(Fact::complete);
    }
}
