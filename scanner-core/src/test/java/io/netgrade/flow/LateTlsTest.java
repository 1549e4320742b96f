// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Recognition;
import org.junit.jupiter.api.Test;

/** TLS is found behind words of a protocol that nobody knows, where its hello begins a segment, and nowhere else. */
class LateTlsTest {
    private static final String HELLO = "\u0016\u0003\u0001\u0002hello";
    private static final int MOST_WORDS = 4096;

    private final FakeProtocol tls = FakeProtocol.saying("tls", HELLO);
    private final FakeProtocol other = FakeProtocol.saying("other", "GET");

    private Wire wire() {
        return new Wire(other, tls).handshake();
    }

    @Test
    void isFoundBehindWordsOfBothSides() {
        Wire wire =
                wire().client("NXSH-8\n").server("NXD-8\n").client(HELLO + "\n").server("chosen\n");

        assertThat(wire.recognised())
                .containsExactly("10.0.0.2:2222/tcp tls [] likely", "10.0.0.2:2222/tcp tls [] confirmed");
        assertThat(tls.heard).containsExactly("C:" + HELLO, "S:chosen");
        assertThat(wire.end().unrecognised()).isZero();
    }

    @Test
    void isFoundHoweverItsHelloIsCut() {
        Wire wire = wire().client("NXSH-8\n");
        for (char one : (HELLO + "\n").toCharArray()) {
            wire.client(String.valueOf(one));
        }

        assertThat(tls.heard).containsExactly("C:" + HELLO);
    }

    @Test
    void isNotLookedForWithinASegment() {
        Wire wire = wire().client("NXSH-8\n" + HELLO + "\n").client("x" + HELLO + "\n");

        assertThat(wire.recognised()).isEmpty();
    }

    @Test
    void isNotTakenFromTheShapeOfRecordsAlone() {
        FakeProtocol shape = new FakeProtocol(
                "tls",
                opening -> opening.fromInitiator().length() > 0
                                && opening.fromInitiator().u8(0) == 0x16
                        ? Recognition.BY_SHAPE
                        : Recognition.NO,
                true);

        assertThat(new Wire(shape)
                        .handshake()
                        .client("words\n")
                        .client(HELLO + "\n")
                        .recognised())
                .isEmpty();
    }

    @Test
    void whatOnlyBeginsLikeAHelloIsPassedOver() {
        Wire wire =
                wire().client("words\n").client("\u0016\u0003 is no hello\n").client(HELLO + "\n");

        assertThat(tls.heard).containsExactly("C:" + HELLO);
        assertThat(wire.recognised()).isNotEmpty();
    }

    @Test
    void isNotWaitedForBehindManyWords() {
        Wire some = wire().client("a".repeat(MOST_WORDS / 2))
                .server("b".repeat(MOST_WORDS / 2))
                .client(HELLO + "\n");
        assertThat(some.recognised()).isNotEmpty();

        Wire many = wire().client("a".repeat(MOST_WORDS / 2))
                .server("b".repeat(MOST_WORDS / 2 + 1))
                .client(HELLO + "\n");
        assertThat(many.recognised()).isEmpty();
    }

    @Test
    void anotherProtocolIsNotLookedForThere() {
        assertThat(wire().client("words\n").client("GET\n").recognised()).isEmpty();
    }
}
