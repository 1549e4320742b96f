// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Fact;
import io.netgrade.packet.FrameBytes;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.wire.ByteView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacketEyeTest {
    private static final String AT = "10.0.0.2:2222/";
    private final FakeProtocol fake = FakeProtocol.saying("fake", "HI");

    @Test
    void readsAConversationInTheOrderItWasSaid() {
        Wire wire = new Wire(fake)
                .handshake()
                .client("HI\none")
                .server("ok\n")
                .client(" and half\n")
                .server("bye\n");

        assertThat(fake.heard).containsExactly("C:HI", "S:ok", "C:one and half", "S:bye");
        assertThat(wire.recognised()).containsExactly(AT + "tcp fake [] likely", AT + "tcp fake [] confirmed");
        FlowCoverage coverage = wire.end();
        assertThat(coverage.flows()).isEqualTo(1);
        assertThat(coverage.unrecognised()).isZero();
        assertThat(coverage.limits()).isEmpty();
    }

    @Test
    void tellsTheFrameTheTimeAndTheCaptureOfAFact() {
        Wire wire = new Wire(fake).handshake().client("HI\n");

        Fact line = FakeProtocol.LINE.partial("C:", "HI");
        Evidence expected = new Evidence(Evidence.Source.CAPTURE, Instant.ofEpochSecond(4), "test.pcap", 4, "HI");
        assertThat(wire.seen)
                .filteredOn(one -> one.fact().equals(line))
                .singleElement()
                .satisfies(one -> assertThat(one.evidence()).isEqualTo(expected));
    }

    @Test
    void statesTheSameOnlyOnceForACapture() {
        Wire wire = new Wire(fake).handshake().client("HI\nsame\nsame\nsame\n");
        wire.end();
        wire.eye.begin("next.pcap");
        wire.client("same\n");

        assertThat(wire.lines()).containsExactly("fake C:HI", "fake C:same", "fake C:same");
    }

    @Test
    void waitsForTheOpeningToBeLongEnoughAndReplaysItsTurns() {
        FakeProtocol late = new FakeProtocol(
                "late",
                opening -> opening.fromInitiator().length() < 6 ? Recognition.NEED_MORE : Recognition.SERVER_UNKNOWN,
                true);

        new Wire(late)
                .handshake()
                .server("220 a\n")
                .client("x\n")
                .server("331 b\n")
                .client("yy\nz\n");

        assertThat(late.heard).containsExactly("S:220 a", "C:x", "S:331 b", "C:yy", "C:z");
    }

    @Test
    void asksAllThatHaveNotRefusedAndAmongEqualsTheFirstOfTheListHasIt() {
        List<String> asked = new ArrayList<>();
        FakeProtocol no = new FakeProtocol("no", opening -> asked(asked, "no", Recognition.NO), true);
        FakeProtocol first = new FakeProtocol(
                "first",
                opening -> asked(
                        asked,
                        "first",
                        opening.fromInitiator().length() < 2 ? Recognition.NEED_MORE : Recognition.RESPONDER_SERVES),
                true);
        FakeProtocol second = new FakeProtocol(
                "second",
                opening -> asked(
                        asked,
                        "second",
                        opening.fromInitiator().length() < 2 ? Recognition.NEED_MORE : Recognition.RESPONDER_SERVES),
                true);

        Wire wire = new Wire(no, first, second).handshake().client("a").client("b\n");

        assertThat(asked).containsExactly("no", "first", "second", "first", "second");
        assertThat(wire.lines()).containsExactly("first C:ab");
    }

    private static Recognition asked(List<String> asked, String who, Recognition answer) {
        asked.add(who);
        return answer;
    }

    @Test
    void takesTheServersSideFromTheProtocolThenTheSynThenTheLowerPort() {
        FakeProtocol unsure = new FakeProtocol("unsure", opening -> Recognition.SERVER_UNKNOWN, true);
        FakeProtocol reverse = new FakeProtocol("reverse", opening -> Recognition.INITIATOR_SERVES, true);

        assertThat(new Wire(unsure).handshake().server("a\n").recognised())
                .containsExactly(AT + "tcp unsure [] confirmed");
        assertThat(new Wire(unsure).server("a\n").recognised()).containsExactly(AT + "tcp unsure [] confirmed");
        assertThat(new Wire(reverse).handshake().client("a\n").recognised())
                .containsExactly("10.0.0.1:40000/tcp reverse [] confirmed");
        Wire answered = new Wire(unsure);
        answered.segment(false, 5000, FrameBytes.SYN | FrameBytes.ACK, "");
        answered.segment(false, 5001, FrameBytes.ACK, "a\n");
        assertThat(answered.recognised()).containsExactly(AT + "tcp unsure [] confirmed");
    }

    @Test
    void saysWhetherTheInitiatorIsKnown() {
        List<Boolean> known = new ArrayList<>();
        FakeProtocol asking = new FakeProtocol(
                "asking",
                opening -> {
                    known.add(opening.initiatorKnown());
                    return Recognition.NO;
                },
                true);

        new Wire(asking).handshake().client("a");
        new Wire(asking).client("a");

        assertThat(known).containsExactly(true, false);
    }

    @Test
    void handsTheRestOfTheStreamToTls() {
        FakeProtocol tls = new FakeProtocol("tls", opening -> Recognition.NO, true);

        Wire wire = new Wire(fake, tls)
                .handshake()
                .client("HI\n")
                .server("starttls\nserver hello\n")
                .client("client hello\n")
                .server("more\n");

        assertThat(fake.heard).containsExactly("C:HI", "S:starttls");
        assertThat(tls.heard).containsExactly("S:server hello", "C:client hello", "S:more");
        assertThat(wire.recognised()).contains(AT + "tcp tls [fake] confirmed");
    }

    @Test
    void stopsLookingAfterDoneAndCountsMalformed() {
        Wire wire = new Wire(fake).handshake().client("HI\ndone\nnever\n").client("again\n");
        assertThat(fake.heard).containsExactly("C:HI", "C:done");
        assertThat(wire.end().limits()).isEmpty();

        Wire broken = new Wire(fake).handshake().client("HI\nbroken\nnever\n").server("x\n");
        assertThat(broken.lines()).containsExactly("fake C:HI", "fake C:broken");
        assertThat(broken.end().limits()).isEqualTo(Map.of("malformed-in-protocol", 1L));
    }

    @Test
    void surfacesAFaultInAProtocolAndGoesOn() {
        FakeProtocol worse = new FakeProtocol(
                "worse",
                opening -> {
                    throw new ArrayIndexOutOfBoundsException(7);
                },
                true);

        Wire wire =
                new Wire(worse, fake).handshake().client("HI\nfault\nnever\n").client("x\n");
        wire.datagram(true, 1, "HI\n");

        assertThat(wire.lines()).containsExactly("fake C:HI", "fake C:fault", "fake C:HI");
        assertThat(wire.end().faults())
                .extracting(fault -> fault.message().replaceAll(" at io.*", ""))
                .containsExactly(
                        "netgrade's own fault in worse, first at frame 4: java.lang.ArrayIndexOutOfBoundsException",
                        "netgrade's own fault in fake, first at frame 4: java.lang.IllegalStateException");
    }

    @Test
    void tellsReadersOfHolesAndEndsThoseThatCannotGoOn() {
        FakeProtocol fragile = new FakeProtocol("fragile", opening -> FakeProtocol.first(opening, "HI"), false);
        Wire robust = new Wire(fake)
                .handshake()
                .cutSegment(true, 1001, "HI\nlost", 4)
                .segment(true, 1008, FrameBytes.ACK, "on\n");
        Wire ended = new Wire(fragile)
                .handshake()
                .cutSegment(true, 1001, "HI\nlost", 4)
                .segment(true, 1008, FrameBytes.ACK, "on\n");

        assertThat(fake.heard).containsExactly("C:HI", "C-4", "C:on");
        assertThat(robust.end().limits()).isEqualTo(Map.of("holes", 1L));
        assertThat(fragile.heard).containsExactly("C:HI", "C-4");
        assertThat(ended.end().limits()).isEqualTo(Map.of("holes", 1L, "holes-ended-readers", 1L));
    }

    @Test
    void countsOneSidedFlowsButNotBareSyns() {
        Wire wire = new Wire(fake).client("HI\n");
        wire.frame(Wire.tcp(true, 1, 9, 0, FrameBytes.SYN, ""), 0);
        wire.datagram(true, 5, "what");

        FlowCoverage coverage = wire.end();

        assertThat(coverage.flows()).isEqualTo(3);
        assertThat(coverage.unrecognised()).isEqualTo(1);
        assertThat(coverage.limits()).isEqualTo(Map.of("one-sided-tcp", 1L, "one-sided-udp", 1L));
    }

    @Test
    void beginsAnewWithAnotherSynOnTheSamePorts() {
        Wire wire = new Wire(fake).handshake().client("HI\ndone\n");
        wire.clientNext = 777_000;
        wire.serverNext = 888_000;

        wire.handshake().client("HI\nsecond\n").server("ok\n");

        assertThat(fake.heard).containsExactly("C:HI", "C:done", "C:HI", "C:second", "S:ok");
        assertThat(wire.end().flows()).isEqualTo(2);
    }

    @Test
    void takesARepeatedSynForARetransmission() {
        Wire wire = new Wire(fake).handshake().client("HI\n");
        wire.segment(true, 1000, FrameBytes.SYN, "");
        wire.frame(Wire.tcp(false, Wire.CLIENT_PORT, 5000, 1001, FrameBytes.SYN | FrameBytes.ACK, ""), 0);

        wire.client("on\n");

        assertThat(fake.heard).containsExactly("C:HI", "C:on");
        assertThat(wire.end().flows()).isEqualTo(1);
    }

    @Test
    void endsAtFinOfBothSidesAndAtRst() {
        Wire closed = new Wire(fake).handshake().client("HI\n");
        closed.segment(true, closed.clientNext, FrameBytes.FIN | FrameBytes.ACK, "");
        closed.server("late\n");
        closed.segment(false, closed.serverNext, FrameBytes.FIN | FrameBytes.ACK, "last\n");
        closed.segment(false, closed.serverNext + 6, FrameBytes.ACK, "never\n");
        assertThat(fake.heard).containsExactly("C:HI", "S:late", "S:last");

        fake.heard.clear();
        Wire reset = new Wire(fake)
                .handshake()
                .client("HI\n")
                .segment(false, 5001, FrameBytes.RST, "")
                .client("never\n");
        assertThat(fake.heard).containsExactly("C:HI");
        assertThat(reset.end().unrecognised()).isZero();
    }

    @Test
    void readsEachDatagramWithOneReaderForTheFlow() {
        Wire wire = new Wire(fake)
                .datagram(true, 9, "HI\nhalf")
                .datagram(false, 9, "ok\n")
                .datagram(true, 9, "next\n");

        assertThat(fake.heard).containsExactly("C:HI", "S:ok", "C:next");
        assertThat(wire.recognised()).containsExactly(AT + "udp fake [] likely", AT + "udp fake [] confirmed");
    }

    @Test
    void triesSoManyDatagramsAndNoMore() {
        Wire wire = new Wire(fake);
        for (int i = 0; i < 7; i++) {
            wire.datagram(true, 9, "what" + i).datagram(true, 9, "what" + i);
        }
        wire.datagram(true, 9, "HI\n").datagram(false, 9, "ok\n");
        assertThat(fake.heard).containsExactly("C:HI", "S:ok");

        for (int i = 0; i < 8; i++) {
            wire.datagram(true, 10, "what" + i);
        }
        wire.datagram(true, 10, "HI\n");
        assertThat(fake.heard).hasSize(2);
        assertThat(wire.end().unrecognised()).isEqualTo(1);
    }

    @Test
    void recognisesACutDatagramButDoesNotReadIt() {
        Wire wire = new Wire(fake).frame(Wire.udp(true, 9, "HI\nlonger"), 3);

        assertThat(wire.recognised()).containsExactly(AT + "udp fake [] likely");
        assertThat(fake.heard).isEmpty();
        assertThat(wire.end().limits()).containsEntry("cut-datagrams", 1L);
    }

    @Test
    void boundsWhatAnOpeningAndAReaderMayKeep() {
        FlowLimits tight = new FlowLimits(100, 8, 8, 16, 1 << 14, 1 << 20, 64);
        FakeProtocol undecided = new FakeProtocol("undecided", opening -> Recognition.NEED_MORE, true);
        Wire opening = new Wire(tight, undecided).handshake().client("12345").client("67890");
        assertThat(opening.end().limits()).isEqualTo(Map.of("openings", 1L));

        Wire unread = new Wire(tight, fake).handshake().client("HI\n").client("a line that does not end");
        assertThat(unread.end().limits()).isEqualTo(Map.of("unread-bytes", 1L));

        Wire much = new Wire(tight, fake).handshake().client("HI\n");
        for (int i = 0; i < 20; i++) {
            much.client("line\n");
        }
        assertThat(much.end().limits()).isEqualTo(Map.of("read-bytes", 1L));

        Wire poor = new Wire(new FlowLimits(100, 8, 8, 16, 1 << 14, 0, 64), undecided)
                .handshake()
                .client("1");
        assertThat(poor.end().limits()).isEqualTo(Map.of("buffers", 1L));
    }

    @Test
    void forgetsTheFlowThatWasSilentLongestWhereTheTableIsFull() {
        Wire wire = new Wire(new FlowLimits(10, 4096, 8, 4096, 4096, 1 << 20, 1 << 20), fake);
        for (int port = 1; port <= 25; port++) {
            wire.datagram(true, port, "HI\n");
        }

        FlowCoverage coverage = wire.end();

        assertThat(coverage.flows()).isEqualTo(25);
        assertThat(coverage.limits()).containsEntry("flow-table", 15L).containsEntry("one-sided-udp", 25L);
    }

    @Test
    void followsAFlowFromOneFileToTheNext() {
        Wire wire = new Wire(fake).handshake().client("HI\nha");
        FlowCoverage first = wire.end();
        wire.eye.begin("test-2.pcap");

        wire.client("lf\n").server("ok\n");

        assertThat(fake.heard).containsExactly("C:HI", "C:half", "S:ok");
        assertThat(wire.seen)
                .last()
                .satisfies(one -> assertThat(one.evidence().place()).isEqualTo("test-2.pcap"));
        assertThat(List.of(first.flows(), wire.end().flows(), wire.end().flows()))
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    void countsWhatItDoesNotLookInto() {
        Wire wire = new Wire(fake);
        wire.frame(FrameBytes.ipv4(99, 1, 2, new byte[40]), 0);
        wire.frame(FrameBytes.ipv4(17, 1, 2, 6, new byte[0], new byte[48]), 0);
        wire.frame(new byte[] {0x45, 0, 0}, 0);
        wire.frame(Wire.udp(true, 1, "x"), 20);
        wire.frame(new byte[] {0x12}, 0);
        wire.eye.frame(ByteView.of(new byte[9]), 9999, 0, 9, 9, 6);
        byte[] macsec = FrameBytes.ethernet(0x88E5, new byte[40]);
        wire.eye.frame(ByteView.of(macsec), 1, 0, macsec.length, macsec.length, 7);

        FlowCoverage coverage = wire.end();

        assertThat(coverage.malformed()).isEqualTo(1);
        assertThat(coverage.notIp()).isEqualTo(2);
        assertThat(coverage.unsupportedLinkType()).isEqualTo(Map.of(9999, 1L));
        assertThat(coverage.limits())
                .isEqualTo(Map.of("ip-protocol-99", 1L, "ip-fragments", 1L, "cut-headers", 1L, "link-encrypted", 1L));
    }

    @Test
    void signallingIsFollowedOnItsLinksAndNotByTheSameNumbersInIp() {
        Wire wire = new Wire(signalling());
        byte[] release = HexFormat.of().parseHex("850180000005000C0200028090");
        byte[] unknown = HexFormat.of().parseHex("8D018000000102030405");
        wire.eye.frame(ByteView.of(release), 141, 0, release.length, release.length, 1);
        wire.eye.frame(ByteView.of(new byte[] {1, 1, 0}), 140, 0, 3, 3, 2);
        wire.frame(FrameBytes.ipv4(141, 1, 2, release), 0);

        assertThat(wire.recognised()).containsExactly("[100::2:0:2]:141/ip mtp3 [] confirmed");
        FlowCoverage coverage = wire.end();
        assertThat(coverage.notIp()).as("a fill-in unit").isEqualTo(1);
        assertThat(coverage.limits()).isEqualTo(Map.of("ip-protocol-141", 1L));

        Wire untold = new Wire(signalling());
        untold.eye.frame(ByteView.of(unknown), 141, 0, unknown.length, unknown.length, 1);
        assertThat(untold.recognised()).isEmpty();
        assertThat(untold.end().limits()).isEqualTo(Map.of("point-codes-untold", 1L));
    }

    private static Protocol signalling() {
        return PlainProtocol.of("mtp3", "MTP 3")
                .ports(Transport.IP, 141)
                .facts(FakeProtocol.LINE)
                .recognisedBy(opening -> Recognition.PEERS)
                .build();
    }
}
