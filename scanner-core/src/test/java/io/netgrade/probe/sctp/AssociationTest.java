// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe.sctp;

import static io.netgrade.probe.sctp.Peer.COOKIE;
import static io.netgrade.probe.sctp.Peer.FIRST;
import static io.netgrade.probe.sctp.Peer.PEER_FIRST;
import static io.netgrade.probe.sctp.Peer.PEER_TAG;
import static io.netgrade.probe.sctp.Peer.TAG;
import static io.netgrade.probe.sctp.Peer.chunk;
import static io.netgrade.probe.sctp.Peer.data;
import static io.netgrade.probe.sctp.Peer.initAck;
import static io.netgrade.probe.sctp.Peer.parameter;
import static io.netgrade.probe.sctp.Peer.sack;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssociationTest {
    private static final int WHOLE = 3;

    private final Peer peer = new Peer();

    @Test
    void opensByEchoingTheCookieAndIsToldOfItOnce() {
        peer.association.open(peer.now);
        ByteView init = peer.last();
        assertThat(init.i32(4)).isZero();
        assertThat(init.i32(16)).isEqualTo(TAG);
        assertThat(init.i32(28)).isEqualTo(FIRST);

        peer.says(initAck(PEER_TAG, PEER_FIRST, parameter(7, COOKIE)));
        ByteView echo = peer.last();
        assertThat(echo.i32(4)).isEqualTo(PEER_TAG);
        assertThat(echo.bytes(16, COOKIE.length)).isEqualTo(COOKIE);
        assertThat(peer.told).isEmpty();

        peer.says(chunk(Chunk.COOKIE_ACK, 0));
        peer.says(chunk(Chunk.COOKIE_ACK, 0));
        assertThat(peer.told).containsExactly("opened");
        assertThat(peer.chunks()).isEqualTo("1 | 10");
    }

    @Test
    void everyPacketBearsItsChecksumAndAWrongOneIsNotRead() {
        peer.association.open(peer.now);
        assertThat(SctpPacket.sound(peer.last())).isTrue();
        byte[] packet = SctpPacket.of(2_905, 65_300, TAG, initAck(PEER_TAG, PEER_FIRST, parameter(7, COOKIE)));
        for (int at = 0; at < packet.length; at++) {
            packet[at] ^= 1;
            peer.comes(packet.clone());
            packet[at] ^= 1;
        }
        assertThat(peer.chunks()).isEqualTo("1");
        peer.comes(packet);
        assertThat(peer.chunks()).isEqualTo("10");
    }

    @Test
    void aPacketOfAnotherTagIsNoneOfIt() {
        Peer open = Peer.established();
        open.says(TAG + 1, data(PEER_FIRST, WHOLE, "x"));
        open.says(TAG + 1, chunk(Chunk.ABORT, 0));
        open.says(TAG, chunk(Chunk.ABORT, Chunk.REFLECTED));
        open.says(0, chunk(Chunk.INIT, 0, 1, 65_536, 0x0001_0001, 1));
        assertThat(open.told).containsExactly("opened");
        assertThat(open.sent).isEmpty();

        open.says(PEER_TAG, chunk(Chunk.ABORT, Chunk.REFLECTED));
        assertThat(open.told).containsExactly("opened", "ABORTED: ABORT");
    }

    @Test
    void initAndCookieAreSentThreeTimesEachAtMost() {
        peer.association.open(peer.now);
        List<Long> moments = new ArrayList<>();
        while (peer.association.due() != Long.MAX_VALUE) {
            peer.waits();
            moments.add((peer.now - 5_000) / 1_000_000_000);
        }
        assertThat(moments).containsExactly(1L, 3L, 7L);
        assertThat(peer.chunks()).isEqualTo("1 | 1 | 1");
        assertThat(peer.told).containsExactly("SILENT: no answer to INIT");

        Peer second = new Peer();
        second.association.open(second.now);
        second.says(initAck(PEER_TAG, PEER_FIRST, parameter(7, COOKIE)));
        while (second.association.due() != Long.MAX_VALUE) {
            second.waits();
        }
        assertThat(second.chunks()).isEqualTo("1 | 10 | 10 | 10");
        assertThat(second.told).containsExactly("SILENT: INIT was answered, and COOKIE ECHO was not");
    }

    @Test
    void aStaleCookieHasItAskedAnewOnce() {
        peer.association.open(peer.now);
        peer.says(initAck(PEER_TAG, PEER_FIRST, parameter(7, COOKIE)));
        peer.says(chunk(Chunk.ERROR, 0, 0x0003_0008, 1_000));
        assertThat(peer.chunks()).isEqualTo("1 | 10 | 1");
        peer.says(initAck(PEER_TAG + 1, PEER_FIRST, parameter(7, COOKIE)));
        assertThat(peer.last().i32(4)).isEqualTo(PEER_TAG + 1);
        peer.says(chunk(Chunk.ERROR, 0, 0x0003_0008, 1_000));
        assertThat(peer.told).containsExactly("ABORTED: stale cookie, twice");
    }

    @Test
    void anInitAckThatIsBrokenEndsItWithAbort() {
        List<byte[]> broken = List.of(
                initAck(0, PEER_FIRST, parameter(7, COOKIE)),
                initAck(PEER_TAG, PEER_FIRST),
                initAck(PEER_TAG, PEER_FIRST, parameter(7)),
                initAck(PEER_TAG, PEER_FIRST, parameter(7, new byte[1_401])),
                initAck(PEER_TAG, PEER_FIRST, new byte[] {0, 7, 0, 3}),
                initAck(PEER_TAG, PEER_FIRST, new byte[] {0, 7, (byte) 0xFF, (byte) 0xFF}),
                initAck(PEER_TAG, PEER_FIRST, parameter(11, COOKIE), parameter(7, COOKIE)),
                initAck(PEER_TAG, PEER_FIRST, parameter(0x3FFF, COOKIE), parameter(7, COOKIE)),
                chunk(Chunk.INIT_ACK, 0, PEER_TAG));
        for (byte[] initAck : broken) {
            Peer each = new Peer();
            each.association.open(each.now);
            each.says(initAck);
            assertThat(each.chunks()).isEqualTo("1 | 6");
            assertThat(each.told).singleElement().asString().startsWith("VIOLATED: INIT ACK: ");
            assertThat(each.association.due()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void parametersThatNobodyKnowsArePassedOverAndReportedWhereThatIsWanted() {
        peer.association.open(peer.now);
        peer.says(initAck(
                PEER_TAG, PEER_FIRST, parameter(0x8FFF, COOKIE), parameter(0xCFFF, COOKIE), parameter(7, COOKIE)));
        assertThat(peer.last().u16(28)).isEqualTo(ErrorCauses.UNRECOGNIZED_PARAMETERS);
        assertThat(peer.last().u16(32)).isEqualTo(0xCFFF);
        assertThat(peer.chunks()).isEqualTo("1 | 10 9");
    }

    @Test
    void messagesAreHandedOnInOrderAndAcknowledgedWhateverOrderTheyComeIn() {
        Peer open = Peer.established();
        open.says(data(PEER_FIRST + 1, WHOLE, "second"));
        ByteView sack = open.last();
        assertThat(sack.i32(16)).isEqualTo(PEER_FIRST - 1);
        assertThat(sack.u16(24)).isEqualTo(1);
        assertThat(sack.u16(28)).isEqualTo(2);
        assertThat(open.told).containsExactly("opened");
        open.says(data(PEER_FIRST, WHOLE, "first"));
        assertThat(open.last().i32(16)).isEqualTo(PEER_FIRST + 1);
        open.says(data(PEER_FIRST, WHOLE, "first"));
        assertThat(open.last().u16(26)).as("duplicates").isEqualTo(1);
        assertThat(open.told).containsExactly("opened", "3 first", "3 second");
        assertThat(open.chunks()).isEqualTo("3 | 3 | 3");
    }

    /** However fragments of messages are shuffled, doubled and lost, they come out as they were said. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void fragmentsAreJoined(long seed) {
        Random random = new Random(seed);
        Peer open = Peer.established();
        List<byte[]> chunks = new ArrayList<>();
        List<String> said = new ArrayList<>(List.of("opened"));
        int number = PEER_FIRST;
        for (int i = 0; i < 20; i++) {
            int parts = 1 + random.nextInt(5);
            StringBuilder whole = new StringBuilder();
            for (int part = 0; part < parts; part++) {
                String text = "m" + i + "." + part + ";";
                int flags = (part == 0 ? Chunk.BEGIN : 0) | (part == parts - 1 ? Chunk.END : 0);
                chunks.add(data(number++, flags, text));
                whole.append(text);
            }
            said.add("3 " + whole);
        }
        List<byte[]> sent = new ArrayList<>(chunks);
        sent.addAll(chunks.subList(0, 10));
        Collections.shuffle(sent, random);
        sent.forEach(open::says);
        assertThat(open.told).isEqualTo(said);
        assertThat(open.last().i32(16)).isEqualTo(number - 1);
    }

    @Test
    void fragmentsThatMakeNoMessageAreAViolation() {
        for (int flags : new int[] {0, Chunk.END}) {
            Peer open = Peer.established();
            open.says(data(PEER_FIRST, flags, "x"));
            assertThat(open.told).contains("VIOLATED: fragments that do not make a message");
            assertThat(open.chunks()).isEqualTo("6");
        }
        Peer twice = Peer.established();
        twice.says(data(PEER_FIRST, Chunk.BEGIN, "x"), data(PEER_FIRST + 1, Chunk.BEGIN, "y"));
        assertThat(twice.told).contains("VIOLATED: fragments that do not make a message");
        Peer empty = Peer.established();
        empty.says(data(PEER_FIRST, WHOLE, ""));
        assertThat(empty.told).hasSize(2);
        Peer stream = Peer.established();
        stream.says(chunk(Chunk.DATA, WHOLE, PEER_FIRST, 16 << 16, 3, 1));
        assertThat(stream.told).contains("VIOLATED: a DATA chunk of no stream");
    }

    @Test
    void noMessageAndNoTalkIsWithoutEnd() {
        Peer open = Peer.established();
        String kilobyte = "x".repeat(1_024);
        open.says(data(PEER_FIRST, Chunk.BEGIN, kilobyte));
        int number = PEER_FIRST + 1;
        while (open.told.size() == 1) {
            open.says(data(number++, 0, kilobyte));
        }
        assertThat(open.told).contains("OVERRUN: a message of more than 262144 bytes");
        assertThat(number - PEER_FIRST).isEqualTo(257);

        Peer beaten = Peer.established();
        for (int i = 0; i < 5_000; i++) {
            beaten.says(chunk(Chunk.HEARTBEAT, 0, 0x0001_0008, i));
        }
        assertThat(beaten.told).contains("OVERRUN: more than 4096 packets came");
        assertThat(beaten.sent).hasSizeLessThan(4_100);
    }

    @Test
    void whatIsFarAheadOrTooMuchIsNotTaken() {
        Peer open = Peer.established();
        open.says(data(PEER_FIRST + 300, WHOLE, "far"));
        assertThat(open.last().u16(24)).as("gaps").isZero();
        String much = "x".repeat(1_000);
        for (int i = 1; i < 100; i++) {
            open.says(data(PEER_FIRST + i, WHOLE, much));
        }
        assertThat(open.last().u16(24)).isEqualTo(1);
        assertThat(open.last().u16(30)).as("the last that is held").isEqualTo(66);
        assertThat(open.last().u32(20)).as("room").isLessThan(1_000);
    }

    @Test
    void aHeartbeatIsAnsweredWithWhatItBears() {
        Peer open = Peer.established();
        open.says(chunk(Chunk.HEARTBEAT, 0, 0x0001_0008, 0xCAFE));
        assertThat(open.last().u8(12)).isEqualTo(Chunk.HEARTBEAT_ACK);
        assertThat(open.last().i32(20)).isEqualTo(0xCAFE);
    }

    @Test
    void chunksThatNobodyKnowsEndThePacketOrArePassedOver() {
        Peer open = Peer.established();
        open.says(chunk(0x3F, 0), data(PEER_FIRST, WHOLE, "not read"));
        assertThat(open.chunks()).isEmpty();
        open.says(chunk(0x7F, 0), data(PEER_FIRST, WHOLE, "not read"));
        assertThat(open.chunks()).isEqualTo("9");
        open.says(chunk(0xBF, 0), chunk(0xFF, 0), data(PEER_FIRST, WHOLE, "read"));
        assertThat(open.chunks()).isEqualTo("3 9");
        assertThat(open.told).containsExactly("opened", "3 read");
    }

    @Test
    void whatIsSaidIsSentAgainUntilItIsAcknowledged() {
        Peer open = Peer.established();
        open.association.send(3, "hello".getBytes(StandardCharsets.US_ASCII), open.now);
        ByteView data = open.last();
        assertThat(data.u8(13)).isEqualTo(WHOLE);
        assertThat(data.i32(16)).isEqualTo(FIRST);
        assertThat(data.i32(24)).isEqualTo(3);
        open.waits();
        assertThat(open.last().bytes()).isEqualTo(data.bytes());
        open.says(sack(FIRST + 7));
        assertThat(open.association.due()).as("of what was never sent").isNotEqualTo(Long.MAX_VALUE);
        open.says(sack(FIRST));
        assertThat(open.association.due()).isEqualTo(Long.MAX_VALUE);
        assertThat(open.chunks()).isEqualTo("0 | 0");
    }

    @Test
    void whatIsNeverAcknowledgedEndsItWithAbort() {
        Peer open = Peer.established();
        open.association.send(3, new byte[] {1}, open.now);
        while (open.association.due() != Long.MAX_VALUE) {
            open.waits();
        }
        assertThat(open.chunks()).isEqualTo("0 | 0 | 0 | 6");
        assertThat(open.told).contains("SILENT: what was sent was not acknowledged");
    }

    @Test
    void aLongMessageGoesInFragmentsAndNoMoreThanTheWindow() {
        Peer open = Peer.established();
        open.association.send(3, new byte[10 * Outflow.LARGEST_PART], open.now);
        assertThat(open.sent).hasSize(3);
        assertThat(open.sent.get(0).u8(13)).isEqualTo(Chunk.BEGIN);
        open.says(sack(FIRST + 2));
        open.says(sack(FIRST + 5));
        open.says(sack(FIRST + 8));
        assertThat(open.last().u8(13)).isEqualTo(Chunk.END);
        assertThat(open.sent).hasSize(10).allMatch(packet -> packet.length() <= 1_240);
    }

    @Test
    void itIsLeftWithShutdownOnceAllIsAcknowledged() {
        Peer open = Peer.established();
        open.says(data(PEER_FIRST, WHOLE, "x"));
        open.association.send(3, new byte[] {1}, open.now);
        open.association.shutdown(open.now);
        assertThat(open.chunks()).isEqualTo("3 | 0");
        open.says(sack(FIRST));
        assertThat(open.last().i32(16)).isEqualTo(PEER_FIRST);
        open.says(data(PEER_FIRST + 1, WHOLE, "late"));
        open.says(chunk(Chunk.SHUTDOWN_ACK, 0));
        assertThat(open.chunks()).isEqualTo("7 | 3 7 | 14");
        assertThat(open.told).containsExactly("opened", "3 x", "LEFT");
    }

    @Test
    void aShutdownThatNobodyAnswersIsFollowedByAbort() {
        Peer open = Peer.established();
        open.association.shutdown(open.now);
        while (open.association.due() != Long.MAX_VALUE) {
            open.waits();
        }
        assertThat(open.chunks()).isEqualTo("7 | 7 | 7 | 6");
        assertThat(open.told).contains("LEFT: SHUTDOWN was not answered");
    }

    @Test
    void theOtherSidesShutdownIsAnswered() {
        Peer open = Peer.established();
        open.says(chunk(Chunk.SHUTDOWN, 0, FIRST - 1));
        assertThat(open.chunks()).isEqualTo("8");
        open.says(chunk(Chunk.SHUTDOWN_COMPLETE, 0));
        assertThat(open.told).containsExactly("opened", "CLOSED");
        open.says(data(PEER_FIRST, WHOLE, "afterwards"));
        open.association.send(3, new byte[] {1}, open.now);
        assertThat(open.chunks()).isEmpty();
    }

    /** Whatever comes, nothing is thrown, and what is sent in turn is bounded. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void nothingThatComesBreaksIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            Peer open = random.nextBoolean() ? Peer.established() : new Peer();
            open.association.open(open.now);
            for (int packets = 0; packets < 12; packets++) {
                byte[] chunks = new byte[4 * random.nextInt(24)];
                random.nextBytes(chunks);
                for (int at = 0; at + 4 <= chunks.length; at += 4 + 4 * random.nextInt(6)) {
                    chunks[at] = (byte) random.nextInt(random.nextBoolean() ? 16 : 256);
                    chunks[at + 2] = (byte) (random.nextInt(8) == 0 ? 0xFF : 0);
                    chunks[at + 3] = (byte) random.nextInt(32);
                }
                open.says(chunks);
                open.association.send(3, new byte[] {7}, open.now);
                if (open.association.due() != Long.MAX_VALUE && random.nextInt(4) == 0) {
                    open.waits();
                }
            }
            assertThat(open.sent).hasSizeLessThan(200);
            assertThat(open.told.stream().filter(line -> !line.startsWith("opened") && !line.matches("\\d+ (?s).*")))
                    .hasSizeLessThan(2);
        }
    }
}
