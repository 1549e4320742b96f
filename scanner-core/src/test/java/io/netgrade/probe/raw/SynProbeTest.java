// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.packet.Packet;
import io.netgrade.probe.SipHash;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as they are written, and answers as they are read, from bytes alone. */
class SynProbeTest {
    private static final int ETHERNET = 1;
    private static final byte[] OURS = {2, 0, 0, 0, 0, 1};
    private static final byte[] THEIRS = {2, 0, 0, 0, 0, 2};

    private final SourcePorts sources = new SourcePorts(61_000, 256);
    private final Cookie cookie = new Cookie(new SipHash(1, 2), sources);
    private final SynProbe probe = new SynProbe();
    private final Answers answers = new Answers(cookie, probe);
    private final Spot target = new Spot();
    private Hop hop;
    private long made;

    private void from(String source, String to, int port) {
        target.set(address(to), port);
        Spot own = new Spot();
        own.set(address(source), 0);
        hop = new Hop(new Hop.Interface(1, "wire", OURS), own.high, own.low, address(to));
        made = cookie.of(target, own.high, own.low);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProbeIsAWellFormedSegment(boolean six) {
        from(six ? "fd77::1" : "10.77.0.1", six ? "fd77::2" : "10.77.0.2", 443);
        byte[] frame = frame(
                six,
                bytes -> probe.write(
                        bytes.buffer(),
                        bytes.at(),
                        cookie.sourcePort(made),
                        443,
                        Cookie.number(made),
                        Datagram.pseudoHeader(target, hop, 6, probe.length())),
                probe.length());

        Packet packet = new Packet();
        assertThat(packet.read(ByteView.of(frame), ETHERNET, frame.length)).isEqualTo(Packet.Kind.TCP);
        assertThat(packet.destinationPort()).isEqualTo(443);
        assertThat(packet.sourcePort()).isBetween(61_000, 61_255);
        assertThat(packet.tcp().syn()).isTrue();
        assertThat(packet.tcp().ack()).isFalse();
        assertThat(packet.tcp().sequence()).isEqualTo((int) made);
        assertThat(packet.timeToLive()).isEqualTo(64);
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        int at = 14 + (six ? 40 : 20);
        long sum = Datagram.pseudoHeader(target, hop, 6, 24) + Checksum.sum(bytes, at, 24);
        assertThat(Checksum.of(sum)).isZero();
        if (!six) {
            assertThat(Checksum.of(Checksum.sum(bytes, 14, 20))).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerIsKnownByWhatItBringsBack(boolean six) {
        from(six ? "fd77::1" : "10.77.0.1", six ? "fd77::2" : "10.77.0.2", 443);
        int number = Cookie.number(made);

        assertThat(read(answer(six, 0x12, number + 1, cookie.sourcePort(made)))).isEqualTo(Finding.OPEN);
        assertThat(answers.spot().port).isEqualTo(443);
        assertThat(read(answer(six, 0x14, number + 1, cookie.sourcePort(made)))).isEqualTo(Finding.CLOSED);
        assertThat(read(answer(six, 0x12, number + 2, cookie.sourcePort(made)))).isEqualTo(Finding.SILENT);
        assertThat(read(answer(six, 0x02, number + 1, cookie.sourcePort(made)))).isEqualTo(Finding.SILENT);
        assertThat(read(answer(six, 0x10, number + 1, cookie.sourcePort(made)))).isEqualTo(Finding.SILENT);
        int otherPort = cookie.sourcePort(made) == 61_000 ? 61_001 : 61_000;
        assertThat(read(answer(six, 0x12, number + 1, otherPort))).isEqualTo(Finding.SILENT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerToAnotherRunIsNone(boolean six) {
        from(six ? "fd77::1" : "10.77.0.1", six ? "fd77::2" : "10.77.0.2", 443);
        Answers other = new Answers(new Cookie(new SipHash(3, 4), sources), probe);
        byte[] frame = answer(six, 0x12, Cookie.number(made) + 1, cookie.sourcePort(made));

        assertThat(other.read(ByteView.of(frame), ETHERNET, frame.length)).isEqualTo(Finding.SILENT);
    }

    @Test
    void icmpIsBelievedWhereItQuotesAProbe() {
        from("10.77.0.1", "10.77.0.2", 443);
        assertThat(read(icmp(3, 13, Cookie.number(made)))).isEqualTo(Finding.PROHIBITED);
        assertThat(read(icmp(3, 3, Cookie.number(made)))).isEqualTo(Finding.PORT_UNREACHABLE);
        assertThat(read(icmp(3, 1, Cookie.number(made)))).isEqualTo(Finding.UNREACHABLE);
        assertThat(answers.spot().port).isEqualTo(443);
        assertThat(read(icmp(3, 13, Cookie.number(made) + 1))).isEqualTo(Finding.SILENT);
        assertThat(read(icmp(11, 0, Cookie.number(made)))).isEqualTo(Finding.SILENT);
    }

    @Test
    void whatIsCutOrChangedIsNoFault() {
        from("10.77.0.1", "10.77.0.2", 443);
        for (byte[] whole : new byte[][] {
            icmp(3, 13, Cookie.number(made)), answer(false, 0x12, Cookie.number(made) + 1, cookie.sourcePort(made))
        }) {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                Finding finding = answers.read(ByteView.of(cut), ETHERNET, whole.length);
                assertThat(finding == Finding.SILENT || length >= 14 + 20 + 8 + 20 + 8)
                        .isTrue();
                byte[] changed = whole.clone();
                changed[length] ^= (byte) 0xFF;
                assertThat(answers.read(ByteView.of(changed), ETHERNET, whole.length))
                        .isNotNull();
            }
        }
    }

    private Finding read(byte... frame) {
        return answers.read(ByteView.of(frame), ETHERNET, frame.length);
    }

    /** From the target to us. */
    private byte[] answer(boolean six, int flags, int acknowledgment, int port) {
        int length = six ? 40 : 20;
        ByteBuffer bytes = ByteBuffer.allocate(14 + length + 20);
        bytes.position(12);
        bytes.putShort((short) (six ? 0x86DD : 0x0800));
        Spot own = new Spot();
        own.set(six, hop.sourceHigh(), hop.sourceLow(), 0);
        if (six) {
            bytes.putInt(0x6000_0000).putShort((short) 20).put((byte) 6).put((byte) 64);
        } else {
            bytes.putInt(0x4500_0028).putInt(0).putInt(0x4006_0000);
        }
        bytes.put(target.address()).put(own.address());
        bytes.putShort((short) target.port).putShort((short) port).putInt(77).putInt(acknowledgment);
        bytes.put((byte) 0x50).put((byte) flags);
        return bytes.array();
    }

    /** From a router to us, with the header of a probe and 8 bytes more. */
    private byte[] icmp(int type, int code, int number) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + 20 + 8 + 20 + 8);
        bytes.position(12);
        bytes.putShort((short) 0x0800).putInt(0x4500_0038).putInt(0).putInt(0x4001_0000);
        bytes.putInt(0x0A4D_0009).putInt((int) hop.sourceLow());
        bytes.put((byte) type).put((byte) code).position(14 + 28);
        bytes.putInt(0x4500_0000 | 44).putInt(0).putInt(0x4006_0000);
        bytes.putInt((int) hop.sourceLow()).putInt((int) target.low);
        bytes.putShort((short) cookie.sourcePort(made))
                .putShort((short) target.port)
                .putInt(number);
        return bytes.array();
    }

    private record At(ByteBuffer buffer, int at) {}

    private byte[] frame(boolean six, java.util.function.Consumer<At> transport, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + (six ? 40 : 20) + length);
        Datagram.writeEthernet(bytes, 0, THEIRS, OURS, six);
        int at = Datagram.writeIp(bytes, 14, target, hop, 6, length);
        transport.accept(new At(bytes, at));
        return bytes.array();
    }

    private static byte[] address(String text) {
        return AddressRange.of(text).first().getAddress();
    }
}
