// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab.standin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-ins let nothing pass that their documents forbid. */
class StandInTest {
    private static final InetSocketAddress ASKER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    /** A node, a question that it takes, and the octets of it (first and last) that may be anything. */
    static Stream<Arguments> questions() {
        return Stream.of(
                node(PfcpNode::open, "2001000c 00000700 00600004 e1b65f80", 4, 6, 12, 15),
                node(GtpControlNode::today, "40010009 00000700 03000100 05", 4, 6, 12, 12),
                node(GtpControlNode::old, "32010004 00000000 00070000", 8, 9),
                node(ChargingGateway::open, "4e010000 0007", 4, 5),
                node(MessageCentre::answering, "00000010 00000015 00000000 00000007", 12, 15),
                node(SmartInstallSwitch::client, "00000001 00000001 00000004 00000008 00000001 00000000"),
                node(CallServer::new, "80070000 00000000 0000061e", 0, 1, 4, 7));
    }

    private static Arguments node(Supplier<Spoken> spoken, String question, int... free) {
        return Arguments.of(spoken, HexFormat.of().parseHex(question.replace(" ", "")), free);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noticesEveryBitThatIsWrong(Supplier<Spoken> spoken, byte[] question, int[] free) {
        assertThat(takes(spoken.get(), question)).isTrue();
        Set<Integer> unnoticed = new TreeSet<>();
        for (int bit = 0; bit < question.length * 8; bit++) {
            byte[] wrong = question.clone();
            wrong[bit / 8] ^= (byte) (1 << (bit % 8));
            if (!isFree(bit / 8, free) && takes(spoken.get(), wrong)) {
                unnoticed.add(bit / 8);
            }
        }
        assertThat(unnoticed).isEmpty();
        for (int length = 0; length < question.length; length++) {
            assertThat(takes(spoken.get(), java.util.Arrays.copyOf(question, length)))
                    .as("cut to " + length)
                    .isFalse();
        }
        assertThat(takes(spoken.get(), java.util.Arrays.copyOf(question, question.length + 1)))
                .isFalse();
    }

    private static boolean isFree(int octet, int... free) {
        for (int i = 0; i < free.length; i += 2) {
            if (octet >= free[i] && octet <= free[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean takes(Spoken spoken, byte[] question) {
        try {
            spoken.answer(ByteBuffer.wrap(question), ASKER);
            return true;
        } catch (Breach breach) {
            return false;
        }
    }

    @Test
    void aNodeKeepsWhatItHeardAndWhatWasForbidden() throws Exception {
        try (StandIn node = StandIn.over(Transport.TCP, StreamServer.open())) {
            String answer = said(node, "DESCRIBE rtsp://192.0.2.1/ RTSP/1.0\r\nCSeq: 1\r\n\r\nrest");
            node.hearOut();

            assertThat(answer).startsWith("RTSP/1.0 455 ");
            assertThat(node.heard()).hasSize(2).last().isEqualTo("rest".getBytes(US_ASCII));
            assertThat(node.breaches()).singleElement().asString().startsWith("11.3.5");
        }
    }

    private static String said(StandIn node, String question) throws Exception {
        try (Socket socket = new Socket(node.address(), node.port())) {
            socket.getOutputStream().write(question.getBytes(US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
