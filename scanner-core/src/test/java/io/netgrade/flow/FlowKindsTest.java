// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.packet.FrameBytes;
import io.netgrade.packet.LinkType;
import io.netgrade.protocol.Enclosed;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Strength;
import io.netgrade.protocol.UnknownUser;
import io.netgrade.wire.ByteView;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What flows can be beside a TCP connection or a UDP exchange of one protocol. */
class FlowKindsTest {
    private static final FactType SAID =
            FactType.of("test.said", "What was said.").text("text", "it");
    private static final int A = 0xC000_0201;
    private static final int B = 0xC000_0202;

    private final List<Observation> seen = new ArrayList<>();
    private long number;

    /** States every message that begins so. */
    private static PlainProtocol.Builder saying(String id, String begin) {
        return everywhere(id)
                .facts(SAID)
                .recognisedBy(
                        opening -> begins(opening.fromInitiator(), begin) || begins(opening.fromResponder(), begin)
                                ? Recognition.RESPONDER_SERVES
                                : Recognition.NO)
                .readBy(opening -> (direction, bytes, sink) -> {
                    ByteView unread = bytes.unread();
                    if (!begins(unread, begin)) {
                        return Progress.MALFORMED;
                    }
                    sink.saw(SAID.partial(text(unread)));
                    bytes.consumeAll();
                    return Progress.CONTINUE;
                });
    }

    private static PlainProtocol.Builder everywhere(String id) {
        return PlainProtocol.of(id, id)
                .ports(Transport.IP)
                .ports(Transport.SCTP)
                .ports(Transport.TCP)
                .ports(Transport.UDP);
    }

    private static boolean begins(ByteView bytes, String begin) {
        return bytes.startsWith(begin.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(ByteView bytes) {
        return bytes.ascii(0, bytes.length());
    }

    private PacketEye eye(Protocol... protocols) {
        PacketEye eye = new PacketEye(List.of(protocols), FlowLimits.standard(), seen::add);
        eye.begin("test.pcap");
        return eye;
    }

    private void show(PacketEye eye, int protocol, int from, int to, byte[] payload) {
        show(eye, FrameBytes.ipv4(protocol, from, to, payload), 0);
    }

    private void show(PacketEye eye, byte[] packet, int cut) {
        number++;
        byte[] captured = java.util.Arrays.copyOf(packet, packet.length - cut);
        eye.frame(ByteView.of(captured), LinkType.RAW, number * 1000, captured.length, packet.length, number);
    }

    private void udp(PacketEye eye, boolean back, String text) {
        byte[] datagram = FrameBytes.udp(back ? 7000 : 40_000, back ? 40_000 : 7000, FrameBytes.text(text));
        show(eye, 17, back ? B : A, back ? A : B, datagram);
    }

    private List<String> said() {
        return seen.stream()
                .filter(one -> one.fact().is(SAID))
                .map(one -> one.service().protocol() + " " + one.service().endpoint() + " "
                        + one.fact().text("text").orElse(""))
                .toList();
    }

    private List<String> recognised() {
        return seen.stream()
                .filter(one -> one.fact().type().equals("service.recognised"))
                .map(one -> one.service().endpoint() + " " + one.service().protocol() + " "
                        + one.service().layers() + " " + one.service().confidence())
                .toList();
    }

    private static byte[] data(int sequence, int flags, long payloadProtocol, String text) {
        byte[] bytes = FrameBytes.text(text);
        int length = 16 + bytes.length;
        return ByteBuffer.allocate(length + 3 & ~3)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(sequence)
                .putInt(0)
                .putInt((int) payloadProtocol)
                .put(bytes)
                .array();
    }

    private static byte[] control(int type) {
        return ByteBuffer.allocate(20)
                .put((byte) type)
                .put((byte) 0)
                .putShort((short) 20)
                .array();
    }

    private static byte[] sctp(boolean back, byte[]... chunks) {
        int length = 12;
        for (byte[] chunk : chunks) {
            length += chunk.length;
        }
        ByteBuffer packet = ByteBuffer.allocate(length);
        packet.putShort((short) (back ? 7000 : 40_000))
                .putShort((short) (back ? 40_000 : 7000))
                .putLong(0);
        for (byte[] chunk : chunks) {
            packet.put(chunk);
        }
        return packet.array();
    }

    @Test
    void anAssociationsMessagesArePutTogetherAndItsRepetitionsDropped() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, data(10, 2, 46, "Me"), data(11, 0, 46, "ss")));
        show(eye, 132, A, B, sctp(false, data(11, 0, 46, "ss")));
        show(eye, 132, A, B, sctp(false, data(12, 1, 46, "age"), data(13, 3, 46, "Man")));

        assertThat(said()).containsExactly("one 192.0.2.2:7000/sctp Message", "one 192.0.2.2:7000/sctp Man");
        assertThat(eye.end().limits()).isEqualTo(java.util.Map.of("one-sided-sctp", 1L));
    }

    @Test
    void aMessageWithoutOneOfItsFragmentsIsCountedAndNotRead() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, data(10, 2, 46, "Me")));
        show(eye, 132, A, B, sctp(false, data(12, 1, 46, "age")));

        assertThat(said()).isEmpty();
        assertThat(eye.end().limits()).containsEntry("holes", 1L);
    }

    @Test
    void fragmentsThatComeOutOfOrderArePutTogether() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, data(-1, 0, 46, "ss"), data(0, 1, 46, "age")));
        show(eye, 132, A, B, sctp(false, data(0, 1, 46, "AGE")));
        show(eye, 132, A, B, sctp(false, data(1, 6, 46, "Mo"), data(-2, 2, 46, "Me")));
        show(eye, 132, A, B, sctp(false, data(3, 3, 46, "Man"), data(2, 5, 46, "re")));

        assertThat(said())
                .containsExactly(
                        "one 192.0.2.2:7000/sctp Message",
                        "one 192.0.2.2:7000/sctp Man",
                        "one 192.0.2.2:7000/sctp More");
        assertThat(eye.end().limits()).isEqualTo(java.util.Map.of("one-sided-sctp", 1L));
    }

    @Test
    void fragmentsOfInterleavedMessagesArePutTogether() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, interleaved(1, 2, 7, 46, "Me"), interleaved(2, 2, 8, 46, "Mo")));
        show(eye, 132, A, B, sctp(false, interleaved(5, 1, 8, 2, "e"), interleaved(3, 1, 7, 1, "ssage")));
        show(eye, 132, A, B, sctp(false, interleaved(4, 0, 8, 1, "r"), interleaved(6, 3, 9, 46, "Man")));

        assertThat(said())
                .containsExactly(
                        "one 192.0.2.2:7000/sctp Message",
                        "one 192.0.2.2:7000/sctp More",
                        "one 192.0.2.2:7000/sctp Man");
        assertThat(eye.end().limits()).isEqualTo(java.util.Map.of("one-sided-sctp", 1L));
    }

    /** A chunk of RFC 8260. */
    private static byte[] interleaved(int sequence, int flags, int message, int number, String text) {
        byte[] bytes = FrameBytes.text(text);
        int length = 20 + bytes.length;
        return ByteBuffer.allocate(length + 3 & ~3)
                .put((byte) 64)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(sequence)
                .putInt(0)
                .putInt(message)
                .putInt(number)
                .put(bytes)
                .array();
    }

    @Test
    void whatWaitsForFragmentsIsCountedOnceWhereverTheCaptureOrTheAssociationEnds() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, data(9, 3, 46, "M"), data(10, 2, 46, "Me")));
        assertThat(eye.end().limits()).containsEntry("holes", 1L);
        eye.begin("next.pcap");
        show(eye, 132, A, B, sctp(false, data(20, 1, 46, "ss")));
        show(eye, 132, A, B, sctp(false, control(6)));

        assertThat(eye.end().limits().getOrDefault("holes", 0L)).isZero();

        eye.begin("third.pcap");
        show(eye, 132, A, B, sctp(false, control(1)));
        show(eye, 132, A, B, sctp(false, data(30, 2, 46, "Me"), data(40, 1, 46, "ss"), control(6)));
        assertThat(eye.end().limits()).containsEntry("holes", 1L);
    }

    @Test
    void fragmentsOfAnAssociationThatNobodyWantsToReadAnyMoreAreNotMissed() {
        PacketEye eye = eye(saying("one", "M")
                .readBy(opening -> (direction, bytes, sink) -> Progress.DONE)
                .build());
        show(eye, 132, A, B, sctp(false, data(9, 2, 46, "Me"), data(20, 3, 46, "M")));
        show(eye, 132, A, B, sctp(false, data(30, 2, 46, "Me")));

        assertThat(eye.end().limits()).isEqualTo(java.util.Map.of("one-sided-sctp", 1L));
    }

    @Test
    void tellsReadersThePayloadProtocolOfAMessage() {
        List<Long> told = new ArrayList<>();
        Protocol asking = everywhere("asking")
                .recognisedBy(opening -> {
                    told.add(opening.carriage().payloadProtocol());
                    return Recognition.NO;
                })
                .build();
        show(eye(asking), 132, A, B, sctp(false, data(10, 3, 60, "x")));

        assertThat(told).containsExactly(60L);
    }

    @Test
    void anAcceptedAssociationOfWhichNothingIsKnownIsAServiceOfItsOwn() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, control(1)));
        show(eye, 132, B, A, sctp(true, control(2)));
        eye.end();
        assertThat(recognised()).as("the next file may tell").isEmpty();

        eye.finish();

        assertThat(recognised()).containsExactly("192.0.2.2:7000/sctp sctp [] CONFIRMED");
        assertThat(seen.get(0).evidence().frame()).isEqualTo(2);
        assertThat(seen).anyMatch(one -> one.fact().is(UnknownUser.ASSOCIATION));
    }

    /** INIT may be sent twice, captured twice, or come from both sides at once (RFC 9260 section 5.2). */
    @Test
    void anInitBehindTheAnswerChangesNothing() {
        for (boolean back : new boolean[] {false, true}) {
            seen.clear();
            PacketEye eye = eye(saying("one", "M").build());
            show(eye, 132, A, B, sctp(false, control(1)));
            show(eye, 132, B, A, sctp(true, control(2)));
            show(eye, 132, back ? B : A, back ? A : B, sctp(back, control(1)));
            eye.end();
            eye.finish();

            assertThat(recognised()).containsExactly("192.0.2.2:7000/sctp sctp [] CONFIRMED");
        }
    }

    @Test
    void anAssociationThatWasNotAcceptedIsNoService() {
        PacketEye eye = eye(saying("one", "M").build());
        show(eye, 132, A, B, sctp(false, control(1)));
        eye.end();
        eye.finish();

        assertThat(seen).isEmpty();
    }

    @Test
    void datagramsOfSeveralProtocolsShareAPairOfPorts() {
        PacketEye eye = eye(saying("one", "1").build(), saying("two", "2").build());
        udp(eye, false, "1a");
        udp(eye, false, "2b");
        udp(eye, true, "1c");
        udp(eye, true, "2d");

        // What the client said is said again once the server's own bytes have made it sure.
        assertThat(said())
                .containsExactly(
                        "one 192.0.2.2:7000/udp 1a",
                        "two 192.0.2.2:7000/udp 2b",
                        "one 192.0.2.2:7000/udp 1c",
                        "one 192.0.2.2:7000/udp 1a",
                        "two 192.0.2.2:7000/udp 2d",
                        "two 192.0.2.2:7000/udp 2b");
    }

    @Test
    void amongPeersEachSpeakerIsAServiceOnceItHasSpoken() {
        PacketEye eye = eye(saying("peer", "P")
                .recognisedBy(opening -> Recognition.PEERS)
                .ports(Transport.IP, 89)
                .build());
        show(eye, 89, A, B, FrameBytes.text("Pa"));
        assertThat(recognised()).containsExactly("192.0.2.1:89/ip peer [] CONFIRMED");
        show(eye, 89, B, A, FrameBytes.text("Pb"));

        assertThat(said()).containsExactly("peer 192.0.2.1:89/ip Pa", "peer 192.0.2.2:89/ip Pb");
    }

    @Test
    void whatLiesStraightOnIpIsFollowedOnlyWhereAProtocolIsUsualThere() {
        PacketEye eye = eye(saying("peer", "P").ports(Transport.IP, 89).build());
        show(eye, 88, A, B, FrameBytes.text("Pa"));

        assertThat(seen).isEmpty();
        assertThat(eye.end().limits()).containsEntry("ip-protocol-88", 1L);
    }

    @Test
    void whatATunnelCarriesIsLookedAtForItself() {
        Protocol tunnel = everywhere("tunnel")
                .ports(Transport.IP, 47)
                .recognisedBy(opening -> opening.transport() == Transport.IP ? Recognition.PEERS : Recognition.NO)
                .readBy(opening -> (direction, bytes, sink) -> {
                    bytes.encloses(Enclosed.IP, 4, bytes.unread().length() - 4);
                    bytes.consumeAll();
                    return Progress.CONTINUE;
                })
                .build();
        PacketEye eye = eye(tunnel, saying("one", "1").build());
        byte[] inner = FrameBytes.ipv4(17, 0x0A00_0001, 0x0A00_0002, FrameBytes.udp(5, 6, FrameBytes.text("1x")));
        byte[] twice = around(FrameBytes.ipv4(47, A, B, around(inner)));
        show(eye, 47, A, B, twice);

        assertThat(said()).containsExactly("one 10.0.0.2:6/udp 1x");
        assertThat(recognised()).contains("192.0.2.1:47/ip tunnel [] CONFIRMED");
    }

    private static byte[] around(byte[] inner) {
        return ByteBuffer.allocate(4 + inner.length).putInt(0).put(inner).array();
    }

    @Test
    void tunnelsInTunnelsAreFollowedToADepthAndThenCounted() {
        Protocol tunnel = everywhere("tunnel")
                .ports(Transport.IP, 47)
                .recognisedBy(opening -> opening.transport() == Transport.IP ? Recognition.PEERS : Recognition.NO)
                .readBy(opening -> (direction, bytes, sink) -> {
                    bytes.encloses(Enclosed.IP, 4, bytes.unread().length() - 4);
                    return Progress.CONTINUE;
                })
                .build();
        PacketEye eye = eye(tunnel, saying("one", "1").build());
        byte[] packet = FrameBytes.ipv4(17, 1, 2, FrameBytes.udp(5, 6, FrameBytes.text("1x")));
        for (int depth = 0; depth < 12; depth++) {
            packet = FrameBytes.ipv4(47, A, B, around(packet));
        }
        show(eye, packet, 0);

        assertThat(said()).isEmpty();
        assertThat(eye.end().limits()).containsEntry("enclosed-too-deep", 1L);
    }

    @Test
    void whatAProxyHandsOnIsRecognisedAnewWithTheProxyAmongItsLayers() {
        Protocol proxy = everywhere("proxy")
                .recognisedBy(opening ->
                        begins(opening.fromInitiator(), "GO ") ? Recognition.RESPONDER_SERVES : Recognition.NO)
                .readBy(opening -> (direction, bytes, sink) -> {
                    boolean answer = begins(bytes.unread(), "OK ");
                    bytes.consume(3);
                    return answer ? Progress.HANDED_OVER : Progress.CONTINUE;
                })
                .build();
        Wire wire = new Wire(proxy, saying("one", "1").build())
                .handshake()
                .client("GO ")
                .server("OK 1first");
        wire.client("1more");

        assertThat(wire.recognised())
                .containsExactly(
                        "10.0.0.2:2222/tcp proxy [] likely",
                        "10.0.0.2:2222/tcp proxy [] confirmed",
                        "10.0.0.2:2222/tcp one [proxy] confirmed");
    }

    @Test
    void theStrongestClaimHasTheOpeningAndAShapeIsNeverMoreThanLikely() {
        PacketEye eye = eye(
                saying("shape", "1").strength(Strength.SHAPE).build(),
                saying("port", "1").recognisedBy(opening -> Recognition.BY_PORT).build(),
                saying("grammar", "12").build());
        udp(eye, false, "12");
        udp(eye, true, "12");
        assertThat(recognised())
                .containsExactly("192.0.2.2:7000/udp grammar [] LIKELY", "192.0.2.2:7000/udp grammar [] CONFIRMED");
        seen.clear();

        PacketEye weak = eye(saying("shape", "1").strength(Strength.SHAPE).build());
        udp(weak, false, "1");
        udp(weak, true, "1");
        assertThat(recognised()).containsExactly("192.0.2.2:7000/udp shape [] LIKELY");
    }

    @Test
    void amongEqualsTheOneOnItsUsualPortHasTheOpening() {
        PacketEye eye = eye(
                saying("first", "1").build(),
                saying("usual", "1").ports(Transport.UDP, 7000).build());
        udp(eye, true, "1");

        assertThat(recognised()).singleElement().asString().contains("usual");
    }

    @Test
    void paddingThatAnAcknowledgmentCountsAsItsOwnIsNoPartOfTheStream() {
        Wire wire = new Wire(saying("one", "1").build()).handshake();
        wire.segment(true, wire.clientNext, FrameBytes.ACK, "\0\0").client("1a").server("1b");

        assertThat(wire.recognised()).contains("10.0.0.2:2222/tcp one [] confirmed");
        assertThat(wire.end().limits()).isEmpty();
    }

    @Test
    void aSegmentThatRepeatsAndGoesOnIsCounted() {
        Wire wire = new Wire(saying("one", "1").build()).handshake().client("1a");
        wire.segment(true, wire.clientNext - 1, FrameBytes.ACK, "Zb");

        assertThat(wire.end().limits()).containsEntry("tcp-overlaps", 1L);
    }

    @Test
    void aStreamThatEndsIsDecidedByWhatThereIs() {
        Protocol wants = everywhere("wants")
                .strength(Strength.MAGIC)
                .recognisedBy(opening -> Recognition.NEED_MORE)
                .build();
        Wire wire = new Wire(wants, saying("one", "1").build()).handshake().server("1");
        assertThat(wire.recognised()).isEmpty();

        wire.segment(false, wire.serverNext, FrameBytes.FIN | FrameBytes.ACK, "");
        wire.segment(true, wire.clientNext, FrameBytes.FIN | FrameBytes.ACK, "");

        assertThat(wire.recognised()).containsExactly("10.0.0.2:2222/tcp one [] confirmed");
    }
}
