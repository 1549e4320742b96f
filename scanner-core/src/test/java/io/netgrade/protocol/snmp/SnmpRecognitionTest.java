// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.HeldOpening;
import io.netgrade.testing.Transcript;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpRecognitionTest {
    private static final byte[] NOTHING = {};
    private static final byte[] TRAP = HexFormat.of().parseHex("301802010104067075626c6963a70b0201010201000201003000");

    private final SnmpProtocol protocol = new SnmpProtocol();
    private final byte[] get = Transcript.read(getClass(), "v1-get.txt").first(Direction.FROM_CLIENT);
    private final byte[] response = Transcript.read(getClass(), "v1-get.txt").first(Direction.FROM_SERVER);

    @Test
    void takesWhoIsAskedForTheAgent() {
        HeldOpening asked = HeldOpening.of(Transport.UDP, 161, get, NOTHING);

        assertThat(protocol.recognize(asked)).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(protocol.recognize(asked.turned())).isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @Test
    void takesWhoAnswersForTheAgentWhereTheQuestionWasNotSeen() {
        assertThat(protocol.recognize(HeldOpening.of(Transport.UDP, 40_001, response, NOTHING)))
                .isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @Test
    void takesWhomTrapsAreSentToForTheirReceiver() {
        assertThat(protocol.recognize(HeldOpening.of(Transport.UDP, 162, TRAP, NOTHING)))
                .isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(protocol.recognize(HeldOpening.of(Transport.UDP, 162, NOTHING, response)))
                .isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1-get.txt", "v2c-walk.txt", "v3-auth-priv.txt", "v3-none.txt", "v3-unknown-user.txt"})
    void refusesEveryTruncatedDatagram(String recorded) {
        for (Transcript.Said said : Transcript.read(getClass(), recorded).said()) {
            byte[] whole = said.bytes();
            assertThat(udp(said.direction(), whole)).isNotEqualTo(Recognition.NO);
            for (int length = 0; length < whole.length; length++) {
                assertThat(udp(said.direction(), Arrays.copyOf(whole, length))).isEqualTo(Recognition.NO);
            }
        }
    }

    @Test
    void waitsForTheWholeFirstMessageOfAStream() {
        byte[] question = Transcript.read(getClass(), "v2c-tcp.txt").first(Direction.FROM_CLIENT);

        for (int length = 1; length < question.length; length++) {
            byte[] beginning = Arrays.copyOf(question, length);
            assertThat(protocol.recognize(HeldOpening.of(Transport.TCP, 161, beginning, NOTHING)))
                    .isEqualTo(Recognition.NEED_MORE);
        }
        assertThat(protocol.recognize(HeldOpening.of(Transport.TCP, 161, question, NOTHING)))
                .isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300c020101600702010304008000", // an LDAP bind request
                "3084ffffffff020100", // 4 GiB to come
                "3089ffffffffffffffffff020100", // nine octets of length
                "3080020100040670", // indefinite length
                "3003020102", // version 2 was never used
            })
    void refusesWhatOnlyBeginsLikeAMessage(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);

        assertThat(udp(Direction.FROM_CLIENT, bytes)).isEqualTo(Recognition.NO);
        assertThat(protocol.recognize(HeldOpening.of(Transport.TCP, 161, bytes, NOTHING)))
                .isEqualTo(Recognition.NO);
    }

    private Recognition udp(Direction direction, byte[] bytes) {
        boolean client = direction == Direction.FROM_CLIENT;
        return protocol.recognize(
                HeldOpening.of(Transport.UDP, 161, client ? bytes : NOTHING, client ? NOTHING : bytes));
    }
}
