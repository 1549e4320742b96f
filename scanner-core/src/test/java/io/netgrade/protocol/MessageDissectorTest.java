// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.testing.HeldInbox;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageDissectorTest {
    private static final int LONG = 10_000;

    /** Messages of a length in two octets, header and all, and a body. */
    private static final class Lengths implements MessageGrammar {
        private final List<Integer> read = new ArrayList<>();

        @Override
        public long length(Direction direction, ByteView unread) {
            if (unread.length() < 2) {
                return UNKNOWN;
            }
            return unread.u16(0) < 2 ? BROKEN : unread.u16(0);
        }

        @Override
        public Progress read(Direction direction, ByteView message, ObservationSink sink) {
            read.add(message.length());
            return Progress.CONTINUE;
        }
    }

    private final Lengths grammar = new Lengths();
    private final HeldInbox inbox = new HeldInbox();

    private Progress give(MessageDissector dissector, byte... bytes) {
        return dissector.dissect(Direction.FROM_SERVER, inbox.with(bytes), (fact, excerpt) -> {});
    }

    @Test
    void readsEachMessageOfAStreamOnceItIsWhole() {
        MessageDissector dissector = new MessageDissector(Transport.TCP, grammar);

        assertThat(give(dissector, (byte) 0, (byte) 3, (byte) 9, (byte) 0)).isEqualTo(Progress.CONTINUE);
        assertThat(give(dissector, (byte) 4, (byte) 9)).isEqualTo(Progress.CONTINUE);
        assertThat(grammar.read).containsExactly(3);

        give(dissector, (byte) 9);
        assertThat(grammar.read).containsExactly(3, 4);
    }

    @Test
    void passesOverWhatALongMessageHasBeyondItsBeginning() {
        MessageDissector dissector = new MessageDissector(Transport.TCP, grammar);
        byte[] begin = new byte[MessageDissector.OCTETS_READ];
        begin[0] = LONG >> 8;
        begin[1] = (byte) LONG;

        give(dissector, begin);
        give(dissector, new byte[LONG - begin.length]);
        give(dissector, (byte) 0, (byte) 2);

        assertThat(grammar.read).containsExactly(MessageDissector.OCTETS_READ, 2);
    }

    @Test
    void bridgesAHoleWithinWhatItPassesOverAndNoOther() {
        MessageDissector dissector = new MessageDissector(Transport.TCP, grammar);
        byte[] begin = new byte[MessageDissector.OCTETS_READ];
        begin[0] = LONG >> 8;
        begin[1] = (byte) LONG;
        give(dissector, begin);

        assertThat(dissector.missed(Direction.FROM_SERVER, LONG - begin.length)).isTrue();
        give(dissector, (byte) 0, (byte) 2);
        assertThat(grammar.read).hasSize(2);
        assertThat(dissector.missed(Direction.FROM_SERVER, 1)).isFalse();
    }

    @Test
    void endsAStreamWhoseLengthIsNotSound() {
        MessageDissector dissector = new MessageDissector(Transport.TCP, grammar);

        assertThat(give(dissector, (byte) 0, (byte) 1)).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void leavesADatagramToOthersThatIsShorterThanItsMessage() {
        MessageDissector dissector = new MessageDissector(Transport.UDP, grammar);

        assertThat(give(dissector, (byte) 0, (byte) 9)).isEqualTo(Progress.MALFORMED);
        assertThat(dissector.missed(Direction.FROM_SERVER, 100)).isTrue();
    }
}
