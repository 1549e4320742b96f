// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Recognition;
import io.netgrade.testing.FactList;
import io.netgrade.testing.HeldInbox;
import io.netgrade.testing.HeldOpening;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** HTTP/2 in clear, from its beginning and amid a connection. */
class Http2RecognitionTest {
    private static final HttpProtocol HTTP = new HttpProtocol();
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    /** {@code GET /nnrf-disc/v1/x}, with one field that was named before the capture began. */
    private static final String REQUEST = text("00001401050000000b" + "82040f2f6e6e72662d646973632f76312f7886c4");
    /** 200, and a name that was named before. */
    private static final String ANSWER = text("00000a01050000000b" + "880f0d03323334bec0c1");

    @Test
    void knowsThePrefaceAndTheServersSettings() {
        assertThat(HTTP.recognize(HeldOpening.of(PREFACE, ""))).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(HTTP.recognize(HeldOpening.of("", text("000006040000000000000300000064"))))
                .isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void knowsAConnectionThatBeganBeforeTheCapture() {
        assertThat(HTTP.recognize(HeldOpening.of(REQUEST, "").late())).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(HTTP.recognize(HeldOpening.of(ANSWER, "").late())).isEqualTo(Recognition.INITIATOR_SERVES);
        assertThat(HTTP.recognize(HeldOpening.of(REQUEST, ""))).isEqualTo(Recognition.NO);
    }

    @Test
    void leavesAFrameAloneThatDoesNotEndWithTheBytes() {
        assertThat(HTTP.recognize(HeldOpening.of(REQUEST + "\u0001\u0002", "").late()))
                .isNotEqualTo(Recognition.INITIATOR_SERVES);
        assertThat(Http2Recognition.amid(
                        HeldOpening.of(REQUEST + "x".repeat(9), "").late()))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void saysNothingOfCredentialsThatItCouldNotHaveRead() {
        Dissector dissector = HTTP.dissect(HeldOpening.of(REQUEST, "").late());
        FactList facts = new FactList();

        Progress asked = dissector.dissect(Direction.FROM_CLIENT, inbox(REQUEST), facts);
        Progress answered = dissector.dissect(Direction.FROM_SERVER, inbox(ANSWER), facts);

        assertThat(asked).isEqualTo(Progress.CONTINUE);
        assertThat(answered).isEqualTo(Progress.CONTINUE);
        assertThat(facts.all()).extracting(Fact::type).contains("sbi.access", "http.response");
        assertThat(facts.all())
                .filteredOn(fact -> fact.type().equals("sbi.access"))
                .allMatch(fact -> fact.field("authentication").isEmpty());
    }

    private static HeldInbox inbox(String said) {
        return new HeldInbox().with(said.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
