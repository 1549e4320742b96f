// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldap;

import static io.netgrade.testing.Questions.hex;
import static io.netgrade.wire.BerOctets.integer;
import static io.netgrade.wire.BerOctets.text;
import static io.netgrade.wire.BerOctets.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Fact;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import io.netgrade.wire.Ber;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LdapQuestionsTest {
    private static final Endpoint ENDPOINT = new Endpoint(InetAddress.getLoopbackAddress(), 389, Transport.TCP);

    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    private static final byte[] DONE = hex("300c 0201 01 6507 0a0100 0400 0400");
    private static final String UNBIND = "30050201024200";

    private final Protocol protocol = LdapProtocol.protocol();

    @Test
    void asksForTheEntryWithoutANameAndUnbinds() {
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");

        assertThat(hex(talk.lastSent())).startsWith("30").contains("0a01000a01000201010201050101 00".replace(" ", ""));
        assertThat(talk.hear(entry(START_TLS, "EXTERNAL"))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.hear(DONE)).isEqualTo(Progress.DONE);
        assertThat(hex(talk.lastSent())).isEqualTo(UNBIND);
        assertThat(talk.facts()).containsExactly(LdapFacts.SERVICE.complete(true, List.of("EXTERNAL")));
    }

    @Test
    void provesThatThereIsNoStartTlsWhereOtherExtensionsAreListed() {
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");
        talk.hear(entry("1.3.6.1.4.1.4203.1.11.3", "EXTERNAL"));

        assertThat(talk.hear(DONE)).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(LdapFacts.SERVICE.complete(false, List.of("EXTERNAL")));
    }

    @Test
    void provesNothingWhereTheEntryHidesItsExtensions() {
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");
        byte[] mechanisms = attribute("supportedSASLMechanisms", "EXTERNAL");
        talk.hear(message(value(LdapMessage.ENTRY, text(Ber.OCTET_STRING, ""), value(Ber.SEQUENCE, mechanisms))));

        assertThat(talk.hear(DONE)).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).singleElement().matches(fact -> !fact.complete());
    }

    @Test
    void asksOverDatagramsForNothingButAnAnswer() {
        Interview talk = Questions.overUdp(protocol, "ldap.presence");
        assertThat(talk.lastSent()).hasSize(44);
        byte[] bare = message(value(LdapMessage.ENTRY, text(Ber.OCTET_STRING, ""), value(Ber.SEQUENCE)));

        assertThat(talk.hear(bare)).isEqualTo(Progress.DONE);
        assertThat(Questions.overUdp(protocol, "ldap.presence").hear(talk.lastSent()))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overUdp(protocol, "ldap.presence").hear(hex("30"))).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void isAnsweredByARefusal() {
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");

        assertThat(talk.hear(hex("300c 0201 01 6507 0a0132 0400 0400"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).isEmpty();
    }

    @Test
    void takesNothingElseForADirectory() {
        assertThat(Questions.overTcp(protocol, "ldap.root-entry").hear("HTTP/1.1 400 Bad Request\r\n"))
                .isEqualTo(Progress.MALFORMED);
        assertThat(Questions.overTcp(protocol, "ldap.root-entry").hear(hex("3084 ffffffff")))
                .isEqualTo(Progress.MALFORMED);
        byte[] cut = Arrays.copyOf(entry(START_TLS, "EXTERNAL"), 40);
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");
        assertThat(talk.hear(cut)).isEqualTo(Progress.CONTINUE);
        assertThat(talk.end()).isFalse();
    }

    @Test
    void endsAListOfEntriesThatDoesNotEnd() {
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");
        Progress progress = Progress.CONTINUE;
        for (int i = 0; i < 20 && progress == Progress.CONTINUE; i++) {
            progress = talk.hear(entry(START_TLS, "EXTERNAL"));
        }

        assertThat(progress).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void leadsToTlsWhereTheServerAgrees() {
        Interview talk = Interview.overStream(protocol.startTls(ENDPOINT).orElseThrow());

        assertThat(hex(talk.lastSent())).isEqualTo(hex(message(value(0x77, text(0x80, START_TLS)))));
        assertThat(talk.hear(hex("300c 0201 01 7807 0a0100 0400 0400"))).isEqualTo(Progress.START_TLS);
        assertThat(talk.sent()).hasSize(1);
    }

    @Test
    void partsWhereTheServerRefusesTls() {
        Interview talk = Interview.overStream(protocol.startTls(ENDPOINT).orElseThrow());

        assertThat(talk.hear(hex("300c 0201 01 7807 0a0102 0400 0400"))).isEqualTo(Progress.DONE);
        assertThat(hex(talk.lastSent())).isEqualTo(UNBIND);
        assertThat(talk.facts()).containsExactly(LdapFacts.SERVICE.partial(false, null));
    }

    @Test
    void bindsWithoutANameOnlyWhereThatIsPermitted() {
        Protocol permitted = protocol.asking(new Consent(List.of(), false, true));
        Interview talk = Questions.overTcp(permitted, "ldap.anonymous-bind");

        assertThat(hex(talk.lastSent())).isEqualTo("300c020101600702010304008000");
        assertThat(talk.hear(hex("300c 0201 01 6107 0a0130 0400 0400"))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(LdapFacts.BIND.complete("anonymous", null, false));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Questions.overTcp(protocol.asking(Consent.NONE), "ldap.anonymous-bind"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void statesTheSoftwareThatTheEntryNames() {
        Interview talk = Questions.overTcp(protocol, "ldap.root-entry");
        byte[] vendor = attribute("vendorName", "389 Project");
        byte[] version = attribute("vendorVersion", "389-Directory/1.4.4.11");
        talk.hear(message(value(LdapMessage.ENTRY, text(Ber.OCTET_STRING, ""), value(Ber.SEQUENCE, vendor, version))));
        talk.hear(DONE);

        assertThat(talk.facts()).extracting(Fact::type).containsExactly("service.software");
    }

    private static byte[] entry(String extension, String mechanism) {
        byte[] attributes = value(
                Ber.SEQUENCE,
                attribute("supportedExtension", extension),
                attribute("supportedSASLMechanisms", mechanism));
        return message(value(LdapMessage.ENTRY, text(Ber.OCTET_STRING, ""), attributes));
    }

    private static byte[] attribute(String name, String content) {
        return value(Ber.SEQUENCE, text(Ber.OCTET_STRING, name), value(0x31, text(Ber.OCTET_STRING, content)));
    }

    private static byte[] message(byte[] operation) {
        return value(Ber.SEQUENCE, integer(1), operation);
    }
}
