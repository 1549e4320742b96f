// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever order, loss, repetition and overlap parts come in, what is put together is what was sent. */
class ReassemblyFuzzTest {

    /** Two first sequence numbers, then steps as {@link SpokenSegments} takes them. */
    @MethodSource("segments")
    @FuzzTest
    void tcp(byte[] steps) {
        SpokenSegments spoken = new SpokenSegments(ByteBuffer.wrap(steps));

        FlowCoverage coverage = spoken.play();

        assertThat(coverage.faults()).isEmpty();
    }

    /** Two first TSNs, then steps as {@link SpokenChunks} takes them. */
    @MethodSource("chunks")
    @FuzzTest
    void sctp(byte[] steps) {
        SpokenChunks spoken = new SpokenChunks(ByteBuffer.wrap(steps));

        FlowCoverage coverage = spoken.play();

        assertThat(coverage.faults()).isEmpty();
    }

    static Stream<byte[]> segments() {
        int syn = SpokenSegments.SYN;
        int back = SpokenSegments.BY_SERVER;
        byte[] inOrder = steps(5, -6, syn, 0, 0, syn | back, 0, 0, 0, 0, 9, back, 0, 20, 0, 9, 30, back, 20, 4);
        byte[] shuffled = steps(-20, 7, syn, 0, 0, 0, 30, 10, 0, 10, 30, 0, 0, 10, 0, 5, 60, 0, 70, 9);
        byte[] late = steps(1, 2, back, 40, 60, 0, 30, 10, back, 100, 5, back, 90, 30);
        byte[] cut = steps(1, 2, syn, 0, 0, SpokenSegments.CUT, 0, 60, 0, 60, 10, SpokenSegments.LIES, 50, 40);
        byte[] again = steps(9, 9, syn, 0, 0, 0, 0, 9, SpokenSegments.FIN, 9, 3, SpokenSegments.ANEW, 0, 0, 0, 0, 20);
        byte[] holes = steps(-1, -1, syn, 0, 0, 0, 90, 60, 0, 200, 60, 0, 150, 60, 0, 250, 90, 0, 0, 100);
        return Stream.of(inOrder, shuffled, late, cut, again, holes);
    }

    static Stream<byte[]> chunks() {
        int back = SpokenChunks.BY_SERVER;
        int more = SpokenChunks.BUNDLED;
        byte[] inOrder = steps(7, 8, 0, 0, 0, 1, 0, 2, 0, 3, back, 0, back, 1, back, 2, 0, 4, 0, 5, 0, 6);
        byte[] bundled = steps(-2, -1, more, 0, more, 1, more, 2, more, 3, 0, 4, more | back, 0, back, 1);
        byte[] shuffled = steps(-2, -1, 0, 5, 0, 0, 0, 3, 0, 2, 0, 1, 0, 1, 0, 4, 0, 0, 0, 9);
        byte[] numbered = steps(1, 2, SpokenChunks.I_DATA, 0, SpokenChunks.I_DATA, 1, SpokenChunks.I_DATA, 2);
        byte[] cut = steps(1, 2, SpokenChunks.OPENS, 0, 0, 0, SpokenChunks.CUT, 1, 0, 2, 0, 3, SpokenChunks.CUT, 4);
        return Stream.of(inOrder, bundled, shuffled, numbered, cut);
    }

    /** Two numbers of four octets, and octets. */
    private static byte[] steps(int client, int server, int... octets) {
        ByteBuffer steps = ByteBuffer.allocate(8 + octets.length).putInt(client).putInt(server);
        for (int octet : octets) {
            steps.put((byte) octet);
        }
        return steps.array();
    }
}
