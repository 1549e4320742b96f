// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.DomainName;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Consent;
import io.netgrade.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only a consent permits is sent only with it: every protocol's questions, to silent peers and to willing ones. */
class ConsentTest {
    private static final String DECLARED = "c0mmunity-of-the-test";
    private static final Consent ALL =
            new Consent(List.of(DECLARED), true, true, List.of(DomainName.of("lab.example")));

    /** Words of log-ins, of default communities, and what an operator declared. */
    private static final List<String> WORDS =
            List.of("anonymous", "guest", "public", "private", "netgrade@example", "user ", "pass ", DECLARED);

    /** Those whose questions a consent may move; contracts name no others. */
    private static final Set<String> MAY_ASK_MORE = Set.of("dns", "ftp", "ldap", "mqtt", "smb", "snmp", "x11");

    private static final List<Transport> TRANSPORTS = List.of(Transport.TCP, Transport.UDP);
    private static final int SAMPLES = 24;

    static List<Protocol> asked() {
        return ProtocolCatalog.asked();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void noWordOfALogInIsSaidWithoutConsent(Protocol protocol) {
        for (Protocol silent : List.of(
                protocol, protocol.asking(Consent.NONE), protocol.asking(ALL).asking(Consent.NONE))) {
            for (Transport transport : TRANSPORTS) {
                SentBytes sent = SentBytes.of(silent, transport);
                for (String question : sent.questions()) {
                    assertThat(words(sent.all(question)))
                            .as("%s over %s says in %s", protocol.id(), transport, question)
                            .isEmpty();
                }
            }
        }
    }

    /** Those that stand in what was sent, as ASCII or as UTF-16 of either order. */
    private static List<String> words(List<byte[]> messages) {
        String sent = new String(SentBytes.joined(messages), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        return WORDS.stream().filter(sent::contains).toList();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void aConsentAddsQuestionsAndMovesNone(Protocol protocol) {
        for (Transport transport : TRANSPORTS) {
            List<String> silent = shapes(protocol.asking(Consent.NONE), transport);

            assertThat(silent).as(protocol.id()).isEqualTo(shapes(protocol, transport));
            assertThat(shapes(protocol.asking(ALL), transport))
                    .as(protocol.id())
                    .containsAll(silent);
        }
    }

    @Test
    void onlySomeProtocolsAskMoreWithConsent() {
        Set<String> more = new TreeSet<>();
        for (Protocol protocol : asked()) {
            for (Transport transport : TRANSPORTS) {
                Set<String> with = new HashSet<>(
                        SentBytes.of(protocol.asking(ALL), transport).questions());
                with.removeAll(SentBytes.of(protocol, transport).questions());
                if (!with.isEmpty()) {
                    more.add(protocol.id());
                }
            }
        }

        assertThat(more).contains("dns", "ftp", "snmp").isSubsetOf(MAY_ASK_MORE);
    }

    @Test
    void aConsentIsUsed() {
        Protocol ftp = ProtocolCatalog.byId("ftp").orElseThrow().asking(ALL);
        Protocol snmp = ProtocolCatalog.byId("snmp").orElseThrow().asking(ALL);

        assertThat(words(SentBytes.of(ftp, Transport.TCP).all("ftp.anonymous")))
                .containsExactly("anonymous", "netgrade@example", "user ", "pass ");
        assertThat(words(SentBytes.of(snmp, Transport.UDP).all("snmp.v2c")))
                .containsExactly("public", "private", DECLARED);
    }

    /** Each question with its first message, as far as that is the same every time. */
    private static List<String> shapes(Protocol protocol, Transport transport) {
        List<SentBytes> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(SentBytes.of(protocol, transport));
        }
        return samples.get(0).questions().stream()
                .map(question -> question + " "
                        + ByteTemplate.of(samples.stream()
                                        .map(sent -> sent.first(question).orElse(new byte[0]))
                                        .toList())
                                .octets())
                .toList();
    }
}
