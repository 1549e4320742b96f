// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.testing.HeldOpening;
import io.netgrade.wire.ByteView;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    /** A grammar of one letter. */
    private static Speaker letter(ByteView bytes) {
        return switch (bytes.u8(0)) {
            case 'c' -> Speaker.CLIENT;
            case 's' -> Speaker.SERVER;
            case 'e' -> Speaker.EITHER;
            case 'p' -> Speaker.PEER;
            case 'u' -> Speaker.UNFINISHED;
            default -> Speaker.NOBODY;
        };
    }

    private static Recognition said(String initiator, String responder) {
        return Speaker.recognition(HeldOpening.of(initiator, responder), SpeakerTest::letter);
    }

    @Test
    void takesWhoAsksForTheClient() {
        assertThat(said("c", "")).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(said("", "c")).isEqualTo(Recognition.INITIATOR_SERVES);
    }

    @Test
    void takesWhoAnswersForTheServer() {
        assertThat(said("", "s")).isEqualTo(Recognition.RESPONDER_SERVES);
        assertThat(said("s", "")).isEqualTo(Recognition.INITIATOR_SERVES);
        assertThat(said("e", "s")).isEqualTo(Recognition.RESPONDER_SERVES);
    }

    @Test
    void leavesItOpenWhereEitherCouldHaveSaidIt() {
        assertThat(said("e", "")).isEqualTo(Recognition.SERVER_UNKNOWN);
        assertThat(said("p", "p")).isEqualTo(Recognition.PEERS);
    }

    @Test
    void claimsNothingOfWhichOneSideIsNotInTheGrammar() {
        assertThat(said("c", "x")).isEqualTo(Recognition.NO);
        assertThat(said("x", "s")).isEqualTo(Recognition.NO);
    }

    @Test
    void waitsForMoreOfAStream() {
        assertThat(said("u", "")).isEqualTo(Recognition.NEED_MORE);
        assertThat(said("", "")).isEqualTo(Recognition.NEED_MORE);
    }
}
