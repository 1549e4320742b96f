// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.lab.IpmiSimulator;
import io.netgrade.lab.KerberosServer;
import io.netgrade.lab.Lab;
import io.netgrade.lab.LabServer;
import io.netgrade.lab.NetconfOverTls;
import io.netgrade.lab.RpcbindServer;
import io.netgrade.lab.RunningServer;
import io.netgrade.lab.SambaServer;
import io.netgrade.lab.SlapdServer;
import io.netgrade.lab.TigerVncServer;
import io.netgrade.lab.XrdpServer;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.ipmi.IpmiFacts;
import io.netgrade.protocol.kerberos.KerberosFacts;
import io.netgrade.protocol.ldap.LdapFacts;
import io.netgrade.protocol.netconf.NetconfFacts;
import io.netgrade.protocol.oncrpc.RpcFacts;
import io.netgrade.protocol.rdp.RdpFacts;
import io.netgrade.protocol.smb.SmbFacts;
import io.netgrade.protocol.vnc.VncFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The prober against real servers of management, each as if its port were the usual one. */
class ManagementLabTest {
    private static final Consent ANONYMOUS = new Consent(List.of(), false, true);

    @SideBySide
    @Test
    void tellsADirectoryWithTlsFromOneWithout() throws Exception {
        LabLook strong = look(SlapdServer.strong(), "ldap", ANONYMOUS);
        LabLook weak = look(SlapdServer.weak(), "ldap", ANONYMOUS);

        assertThat(strong.services()).containsExactlyInAnyOrder("ldap", "ldap/tls");
        assertThat(strong.controls(Result.PASS)).contains("TLS-01@1", "TLS-02@2", "TLS-04@1");
        assertThat(strong.facts(LdapFacts.SERVICE))
                .filteredOn(Fact::complete)
                .extracting(fact -> fact.flag("start-tls").orElseThrow())
                .containsExactly(true);
        assertThat(strong.facts(LdapFacts.BIND)).containsExactly(LdapFacts.BIND.complete("anonymous", null, false));

        assertThat(weak.services()).containsExactly("ldap");
        assertThat(weak.facts(LdapFacts.SERVICE))
                .filteredOn(Fact::complete)
                .extracting(fact -> fact.flag("start-tls").orElseThrow())
                .containsExactly(false);
        assertThat(weak.facts(LdapFacts.BIND)).containsExactly(LdapFacts.BIND.complete("anonymous", null, true));
    }

    @SideBySide
    @Test
    void bindsToNoDirectoryWithoutConsent() throws Exception {
        assertThat(look(SlapdServer.weak(), "ldap", Consent.NONE).facts(LdapFacts.BIND))
                .isEmpty();
    }

    @SideBySide
    @Test
    void tellsAScreenBehindTlsFromOneForEverybody() throws Exception {
        LabLook strong = look(TigerVncServer.strong(), "vnc", Consent.NONE);
        LabLook weak = look(TigerVncServer.weak(), "vnc", Consent.NONE);

        assertThat(strong.facts(VncFacts.SECURITY_OFFERED))
                .containsExactly(VncFacts.SECURITY_OFFERED.complete(List.of("vencrypt")));
        assertThat(strong.facts(VncFacts.ENCRYPTION_OFFERED))
                .containsExactly(VncFacts.ENCRYPTION_OFFERED.complete(List.of("x509-vnc")));
        assertThat(weak.facts(VncFacts.SECURITY_OFFERED))
                .containsExactly(VncFacts.SECURITY_OFFERED.complete(List.of("none", "vnc")));
    }

    @SideBySide
    @Test
    void tellsADesktopBehindTlsFromOneOfOldSecurity() throws Exception {
        LabLook strong = look(XrdpServer.strong(), "rdp", Consent.NONE);
        LabLook weak = look(XrdpServer.weak(), "rdp", Consent.NONE);

        assertThat(strong.services()).containsExactlyInAnyOrder("rdp", "rdp/tls");
        assertThat(selected(strong)).containsExactly("tls");
        assertThat(weak.services()).containsExactly("rdp");
        assertThat(selected(weak)).containsExactly("standard");
    }

    private static Stream<String> selected(LabLook look) {
        return look.facts(RdpFacts.SECURITY).stream()
                .filter(Fact::complete)
                .map(fact -> fact.text("selected").orElseThrow())
                .distinct();
    }

    @SideBySide
    @Test
    void tellsAFileServerOfTodayFromOneOfOld() throws Exception {
        LabLook strong = look(SambaServer.strong(), "smb", ANONYMOUS);
        LabLook weak = look(SambaServer.weak(), "smb", ANONYMOUS);

        assertThat(dialects(strong)).containsExactlyInAnyOrder("3.1.1", "3.0.2", "3.0");
        assertThat(whole(strong, SmbFacts.SIGNING)).containsExactly(SmbFacts.SIGNING.complete(true, true));
        assertThat(strong.facts(SmbFacts.SESSION)).containsExactly(SmbFacts.SESSION.none());

        assertThat(dialects(weak)).containsExactlyInAnyOrder("3.1.1", "3.0.2", "3.0", "2.1", "2.0.2", "1.0");
        assertThat(whole(weak, SmbFacts.SIGNING))
                .allMatch(fact -> !fact.flag("required").orElseThrow());
        assertThat(weak.facts(SmbFacts.SESSION))
                .singleElement()
                .matches(fact -> fact.text("kind").orElseThrow().matches("anonymous|guest"));
    }

    private static List<String> dialects(LabLook look) {
        return whole(look, SmbFacts.DIALECT).stream()
                .map(fact -> fact.text("version").orElseThrow())
                .toList();
    }

    private static List<Fact> whole(LabLook look, FactType type) {
        return look.facts(type).stream().filter(Fact::complete).toList();
    }

    @SideBySide
    @Test
    void readsTheProgramsOfRpcbind() throws Exception {
        assumeTrue(Lab.tree().allowsRoot(), "rpcbind gives up the rights of root, so it must have them");
        LabLook look = look(new RpcbindServer(), "rpcbind", Consent.NONE);

        assertThat(look.services()).containsExactly("rpcbind");
        assertThat(look.facts(RpcFacts.PROGRAMS)).containsExactly(RpcFacts.PROGRAMS.complete(List.of("rpcbind")));
    }

    @SideBySide
    @Test
    void tellsAControllerForNamedUsersFromOneForEverybody() throws Exception {
        LabLook strong = look(IpmiSimulator.strong(), "ipmi", Consent.NONE);
        LabLook weak = look(IpmiSimulator.weak(), "ipmi", Consent.NONE);

        assertThat(strong.facts(IpmiFacts.AUTHENTICATION))
                .containsExactly(IpmiFacts.AUTHENTICATION.complete(List.of("md5"), false, false));
        assertThat(weak.facts(IpmiFacts.AUTHENTICATION))
                .containsExactly(
                        IpmiFacts.AUTHENTICATION.complete(List.of("none", "md2", "md5", "password"), true, false));
        assertThat(weak.facts(IpmiFacts.CIPHER_SUITES)).singleElement().matches(Fact::complete);
    }

    @SideBySide
    @Test
    void findsACentreOfKerberos() throws Exception {
        LabLook look = look(new KerberosServer(), "kerberos", Consent.NONE);

        assertThat(look.services()).containsExactly("kerberos");
        assertThat(look.facts(KerberosFacts.ERROR)).isNotEmpty();
        assertThat(look.facts(KerberosFacts.SERVICE))
                .noneMatch(fact -> fact.toString().contains("INVALID"));
    }

    @SideBySide
    @Test
    void hearsNetconfInsideTls() throws Exception {
        LabLook look = look(new NetconfOverTls(), "netconf", Consent.NONE);

        assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/netconf");
        assertThat(look.facts(NetconfFacts.HELLO))
                .containsExactly(NetconfFacts.HELLO.complete(List.of("1.1"), List.of("candidate")));
    }

    private static LabLook look(LabServer server, String protocol, Consent consent) throws Exception {
        try (RunningServer running = Lab.start(server)) {
            LabLook look = LabLook.at(running, asked(protocol, running.port(), consent));
            assertThat(look.collected().attempts())
                    .extracting(Attempt::status)
                    .doesNotContain(Attempt.Status.FAULT, Attempt.Status.BUDGET_SPENT);
            assertThat(look.collected().problems()).isEmpty();
            return look;
        }
    }

    /** The protocol where the server is, and TLS, which it may lead to. */
    private static List<Protocol> asked(String protocol, int port, Consent consent) {
        Protocol asked = ProtocolCatalog.byId(protocol).orElseThrow().asking(consent);
        return Stream.of(new UsualAt(asked, port), ProtocolCatalog.byId("tls").orElseThrow())
                .toList();
    }
}
