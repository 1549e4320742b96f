// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netgrade.packet.Packet.Kind;
import io.netgrade.wire.ByteView;

class PacketFuzzTest {
    private static final int CAP = 32 << 10;

    /** Whatever a frame is, under whatever link type (its first two bytes), it is read or refused. */
    @FuzzTest
    void readsAnyFrame(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        ByteView frame = new ByteView().wrap(ByteView.of(bytes), 2, bytes.length - 2);
        Packet packet = new Packet();

        Kind kind = packet.read(frame, (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF), bytes.length - 2);

        if (kind == Kind.TCP || kind == Kind.UDP || kind == Kind.SCTP || kind == Kind.OTHER || kind == Kind.LINK) {
            assertThat(packet.payload().length()).isLessThanOrEqualTo(frame.length());
            assertThat(packet.payloadOnWire())
                    .isGreaterThanOrEqualTo(packet.payload().length());
            assertThat(packet.timeToLive()).isBetween(-1, 255);
        }
        if (kind == Kind.TCP) {
            assertThat(packet.tcpMd5() && packet.tcp().headerLength() == 20).isFalse();
            assertThat(packet.tcpAo() && packet.tcp().headerLength() == 20).isFalse();
        }
    }

    /**
     * Whatever parts come, what is put together is bounded and made of them. Each is length(1), seconds(1), then IP; of a
     * part, lengths and addresses are made to fit, so that many belong together.
     */
    @FuzzTest
    void putsTogetherAnyParts(byte[] bytes) {
        Packet packet = new Packet(new Fragments(3, CAP, 5_000_000_000L));
        ByteView all = ByteView.of(bytes);
        ByteView frame = new ByteView();
        long time = 0;
        long parts = 0;
        for (int at = 0; at + 2 <= bytes.length; parts++) {
            int length = Math.min(all.u8(at), bytes.length - at - 2);
            time += all.u8(at + 1) * 1_000_000_000L;
            Kind kind = packet.read(frame.wrap(all, at + 2, length), LinkType.RAW, length + (length & 8), time);
            assertThat(packet.fragment()).isFalse();
            if (kind == Kind.UDP || kind == Kind.TCP || kind == Kind.SCTP || kind == Kind.OTHER) {
                assertThat(packet.payload().bytes().length).isLessThanOrEqualTo(65_535);
            }
            at += 2 + length;
        }
        assertThat(packet.fragmentsLost() + packet.fragmentsWaiting()).isLessThanOrEqualTo(parts);
        assertThat(packet.fragmentOverlaps()).isLessThanOrEqualTo(parts);
    }
}
