// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.testing.Transcript;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsDissectorTest {
    private static final Fact EDNS = DnsFacts.EDNS.partial(true, 1232, false);

    private final DnsProtocol protocol = new DnsProtocol();

    @Test
    void statesThatRecursionIsAvailable() {
        assertThat(facts("recursion-udp.txt")).containsExactly(DnsFacts.RECURSION.partial(true), EDNS);
    }

    @Test
    void statesNothingOfRecursionWhereNobodyDesiredIt() {
        assertThat(facts("authority-udp.txt")).containsExactly(EDNS);
    }

    @Test
    void takesARefusedQueryForNoRecursion() {
        Transcript refused = Transcript.of(Transport.UDP, 53)
                .server(HexFormat.of().parseHex("123481850001000000000000" + "0161000001" + "0001"));

        assertThat(refused.facts(protocol)).containsExactly(DnsFacts.RECURSION.partial(false));
    }

    @Test
    void statesTheVersionThatTheServerTells() {
        assertThat(facts("version-udp.txt"))
                .containsExactly(
                        EDNS,
                        DnsFacts.VERSION_BIND.partial(true, "9.18.49-1~deb12u3-Debian"),
                        CommonFacts.SOFTWARE.partial(
                                "BIND", "9.18.49-1~deb12u3-Debian", "cpe:2.3:a:isc:bind:9.18.49:*:*:*:*:*:*:*"));
    }

    @Test
    void statesATransferThatWasAnswered() {
        assertThat(facts("transfer-tcp.txt")).containsExactly(EDNS, DnsFacts.TRANSFER.partial(true));
    }

    @Test
    void saysNothingOfATransferThatWasRefused() {
        assertThat(facts("refused-transfer-tcp.txt")).containsExactly(EDNS);
    }

    @Test
    void saysNothingOfATransferThatWasSigned() {
        String start = "c00c" + "0006" + "0001" + "00000001" + "0000";
        String signature = "00" + "00fa" + "00ff" + "00000000" + "0000";
        byte[] question = transfer("0000" + "0001" + "0000" + "0000" + "0001", signature);
        byte[] answer = transfer("8400" + "0001" + "0001" + "0000" + "0001", start + signature);
        byte[] unsigned = transfer("8400" + "0001" + "0001" + "0000" + "0000", start);

        assertThat(Transcript.of(Transport.TCP, 53)
                        .client(question)
                        .server(answer)
                        .facts(protocol))
                .isEmpty();
        assertThat(Transcript.of(Transport.TCP, 53).server(unsigned).facts(protocol))
                .containsExactly(DnsFacts.TRANSFER.partial(true));
    }

    @Test
    void saysNothingOfAZoneOverUdp() {
        byte[] whole =
                Transcript.read(getClass(), "transfer-tcp.txt").said().get(1).bytes();
        byte[] datagram = Arrays.copyOfRange(whole, 2, whole.length);

        assertThat(Transcript.of(Transport.UDP, 53).server(datagram).facts(protocol))
                .containsExactly(EDNS);
    }

    @Test
    void passesOverTheRestOfALongMessage() {
        byte[] question =
                Transcript.read(getClass(), "answer-tcp.txt").said().get(1).bytes();
        byte[] padded = new byte[2 + 60_000];
        System.arraycopy(question, 0, padded, 0, question.length);
        padded[0] = (byte) (60_000 >> 8);
        padded[1] = (byte) 60_000;
        byte[] later =
                Transcript.read(getClass(), "transfer-tcp.txt").said().get(1).bytes();

        assertThat(Transcript.of(Transport.TCP, 53).server(padded).server(later).facts(protocol))
                .containsExactly(DnsFacts.RECURSION.partial(true), EDNS, DnsFacts.TRANSFER.partial(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer-tcp.txt", "answer-tcp.txt", "refused-transfer-tcp.txt"})
    void readsAStreamOctetByOctet(String recorded) {
        Transcript whole = Transcript.read(getClass(), recorded);

        assertThat(whole.inSingleOctets().facts(protocol)).isEqualTo(whole.facts(protocol));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recursion-udp.txt", "version-udp.txt", "authority-udp.txt", "transfer-tcp.txt", "answer-tcp.txt"
            })
    void neverSaysTheContraryOfABeginning(String recorded) {
        Transcript whole = Transcript.read(getClass(), recorded);
        List<Fact> facts = whole.facts(protocol);

        for (Transcript beginning : whole.beginnings()) {
            for (Fact fact : beginning.facts(protocol)) {
                assertThat(fact.complete()).isFalse();
                assertThat(facts.contains(fact) || fact.equals(DnsFacts.VERSION_BIND.partial(false, null)))
                        .as("%s", fact)
                        .isTrue();
            }
        }
    }

    private List<Fact> facts(String recorded) {
        return Transcript.read(getClass(), recorded).facts(protocol);
    }

    /** A message about the zone "a." over TCP. */
    private static byte[] transfer(String header, String records) {
        byte[] message = HexFormat.of().parseHex("1234" + header + "0161" + "00" + "00fc" + "0001" + records);
        return ByteBuffer.allocate(message.length + 2)
                .putShort((short) message.length)
                .put(message)
                .array();
    }
}
