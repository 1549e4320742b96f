// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.util.List;
import java.util.Optional;

/** Whatever the bytes, nothing throws, and what may have been read is what is consumed. */
class TlsFuzzTest {
    private record FromServer(ByteView fromResponder) implements Opening {
        @Override
        public Transport transport() {
            return Transport.TCP;
        }

        @Override
        public ByteView fromInitiator() {
            return ByteView.of(new byte[0]);
        }

        @Override
        public boolean initiatorKnown() {
            return false;
        }

        @Override
        public int initiatorPort() {
            return 0;
        }

        @Override
        public int responderPort() {
            return 0;
        }
    }

    @FuzzTest
    void dissector(byte[] bytes) {
        for (Direction direction : Direction.values()) {
            Fed.Facts atOnce = new Fed.Facts();
            Fed.Facts byByte = new Fed.Facts();
            Progress progress =
                    Fed.dissect(new TlsDissector(TlsFamily.TLS), direction, bytes, Math.max(1, bytes.length), atOnce);
            assertThat(progress).isNotEqualTo(Progress.START_TLS);
            assertThat(Fed.dissect(new TlsDissector(TlsFamily.TLS), direction, bytes, 1, byByte))
                    .isEqualTo(progress);
            assertThat(byByte.all).isEqualTo(atOnce.all);
        }
    }

    @FuzzTest
    void recognition(byte[] bytes) {
        Recognition recognition = new TlsRecognition(TlsFamily.TLS).of(new FromServer(ByteView.of(bytes)));
        assertThat(recognition).isNotNull();
    }

    @FuzzTest
    void conversation(byte[] bytes) {
        TlsQuestion question = TlsQuestion.all("tls.suites-1.3", TlsVersion.TLS_1_3)
                .withShares(List.of(TlsKeyShare.generate(29), TlsKeyShare.generate(23)));
        for (TlsTalk talk : List.of(
                new TlsConversation(question, Optional.empty()),
                new TlsSessionConversation(
                        TlsQuestion.all("tls.client-renegotiation", TlsVersion.TLS_1_2),
                        new TlsAim.Session(true, Optional.empty(), true),
                        Optional.empty()),
                new Ssl2Conversation(TlsQuestion.all("tls.versions-ssl2", TlsVersion.SSL_2)))) {
            Progress progress = talk.received(Fed.of(bytes), sent -> {}, new Fed.Facts());
            assertThat(progress).isNotEqualTo(Progress.START_TLS);
        }
    }

    @FuzzTest
    void certificate(byte[] bytes) {
        Fed.Facts facts = new Fed.Facts();
        TlsChain.of(List.of(bytes, bytes)).state(false, facts);
        assertThat(facts.all).hasSize(3);
    }
}
