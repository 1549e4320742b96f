// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ss7;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Conversation;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AspUpTest {
    private static final String UP = "0100030100000008";
    private static final String UP_ACK = "0100030400000008";
    private static final String DOWN = "0100030200000008";
    private static final String DOWN_ACK = "0100030500000008";
    /** AS-INACTIVE (RFC 4666 §3.8.2). */
    private static final String NOTIFY = "0100000100000010000d000800010002";
    /** ASP Identifier Required (§3.8.1). */
    private static final String ERROR = "0100000000000010000c00080000000e";

    private final Interview interview = Interview.overDatagrams(conversation(Layer.M3UA));

    @Test
    void aProcessThatIsLetInSaysDownAgain() {
        assertThat(sent()).containsExactly(UP);
        assertThat(hear(UP_ACK)).isEqualTo(Progress.CONTINUE);
        assertThat(sent()).containsExactly(UP, DOWN);
        assertThat(hear(NOTIFY)).isEqualTo(Progress.CONTINUE);
        assertThat(hear(DOWN_ACK)).isEqualTo(Progress.DONE);
        assertThat(sent()).containsExactly(UP, DOWN);
        assertThat(facts())
                .contains("m3ua.peer-accepted [asp-up-ack]", "m3ua.message [asp-up-ack, server]")
                .noneMatch(fact -> fact.contains("client"));
        assertThat(interview.end()).isTrue();
    }

    @Test
    void aProcessThatIsRefusedSaysNothingMore() {
        assertThat(hear(ERROR)).isEqualTo(Progress.DONE);
        assertThat(sent()).containsExactly(UP);
        assertThat(facts()).containsExactly("m3ua.message [error, server]");
    }

    @ParameterizedTest
    @ValueSource(strings = {UP, DOWN, "", "01", "0100030400000007", "01000304ffffffff", "0200030400000008", "48545450"})
    void whatNoGatewaySaysIsNoAnswer(String said) {
        assertThat(hear(said)).isEqualTo(Progress.MALFORMED);
        assertThat(sent()).containsExactly(UP);
        assertThat(facts()).isEmpty();
        assertThat(interview.end()).isFalse();
    }

    @Test
    void itDoesNotListenWithoutEnd() {
        for (int i = 0; i < 15; i++) {
            assertThat(hear(NOTIFY)).isEqualTo(Progress.CONTINUE);
        }
        assertThat(hear(NOTIFY)).isEqualTo(Progress.DONE);
    }

    @ParameterizedTest
    @EnumSource(value = Layer.class, names = "M2PA", mode = EnumSource.Mode.EXCLUDE)
    void eachLayerMarksItsMessagesAsItsOwn(Layer layer) {
        assertThat(conversation(layer).payloadProtocol()).isEqualTo(layer.payloadProtocol());
    }

    private static Conversation conversation(Layer layer) {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), layer.port(), Transport.SCTP);
        return AspUp.of(layer, new LayerFacts(layer), endpoint);
    }

    private Progress hear(String hexadecimal) {
        return interview.hear(HexFormat.of().parseHex(hexadecimal));
    }

    private List<String> sent() {
        return interview.sent().stream().map(HexFormat.of()::formatHex).toList();
    }

    private List<String> facts() {
        return interview.facts().stream()
                .map(fact -> fact.type() + " " + fact.value().values())
                .toList();
    }
}
