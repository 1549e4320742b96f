// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.FactType;
import io.netgrade.packet.FrameBytes;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.wire.ByteView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stream says twice, alike or not. */
class TcpContradictionsTest {
    private static final FactType SAID = FactType.of("lines.said", "A line.").text("text", "it");

    private final Wire wire = new Wire(lines()).handshake();

    /** Recognised by four bytes, it states each line as all there is. */
    private static Protocol lines() {
        return PlainProtocol.of("lines", "Lines")
                .ports(Transport.TCP)
                .facts(SAID)
                .recognisedBy(opening -> FakeProtocol.first(opening, "LINE"))
                .readBy(opening -> (direction, bytes, sink) -> {
                    ByteView unread = bytes.unread();
                    int end = unread.indexOf('\n', 0, unread.length());
                    if (end >= 0) {
                        sink.saw(SAID.complete(unread.ascii(0, end)));
                        bytes.consume(end + 1);
                    }
                    return Progress.CONTINUE;
                })
                .build();
    }

    @Test
    void whatIsRepeatedAlikeIsNoContradiction() {
        again(0, "LI");
        again(1, "IN");
        again(0, "LIN");
        again(0, "LINE on");
        again(2, "NE one\n");

        assertThat(facts()).containsExactly("LINE one complete");
        assertThat(wire.end().limits()).isEmpty();
    }

    @Test
    void anOpeningThatIsRepeatedOtherwiseIsCountedAndNothingIsAll() {
        again(0, "LI");
        again(0, "XI");
        again(0, "LINE one\n");

        assertThat(facts()).containsExactly("LINE one partial");
        assertThat(wire.end().limits()).containsOnlyKeys("tcp-contradictions");
    }

    @Test
    void whatAReaderHasLeftIsCompared() {
        again(0, "LINE o");
        again(4, " onX");
        again(5, "Pne\n");

        assertThat(facts()).containsExactly("LINE onX partial");
        assertThat(wire.end().limits()).containsOnlyKeys("tcp-contradictions");
    }

    @Test
    void whatAReaderHasTakenCannotBeCompared() {
        again(0, "LINE one\n");
        again(0, "XINE one\n");
        assertThat(wire.end().limits()).isEmpty();
        again(8, "Xtwo\n");

        assertThat(facts()).containsExactly("LINE one complete", "two complete");
        assertThat(wire.end().limits()).containsOnlyKeys("tcp-overlaps");
    }

    @Test
    void segmentsThatWaitAreCompared() {
        again(0, "LINE one\n");
        again(12, "two\n");
        again(12, "tw");
        again(9, "...");
        assertThat(wire.end().limits()).isEmpty();

        again(20, "three\n");
        again(20, "tree\n");
        again(16, "....");

        assertThat(facts()).containsExactly("LINE one complete", "...two complete", "....three partial");
        assertThat(wire.end().limits()).containsOnlyKeys("tcp-contradictions");
    }

    @Test
    void aFlowThatFollowsOnTheSamePortsIsNotDoubted() {
        again(0, "LI");
        again(0, "XI");
        wire.clientNext += 1000;
        wire.handshake();
        again(0, "LINE one\n");

        assertThat(facts()).containsExactly("LINE one complete");
    }

    /** A segment of the client's that begins so many bytes into the stream. */
    private void again(int at, String text) {
        wire.segment(true, wire.clientNext + at, FrameBytes.ACK, text);
    }

    private List<String> facts() {
        return wire.seen.stream()
                .filter(one -> one.fact().is(SAID))
                .map(one -> one.fact().text("text").orElse("") + (one.fact().complete() ? " complete" : " partial"))
                .toList();
    }
}
