// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.Fact;
import io.netgrade.testing.HeldInbox;
import io.netgrade.wire.ByteView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaidTest {
    private static final Fact FACT = CommonFacts.RECOGNISED.partial("peer");

    private final List<Fact> facts = new ArrayList<>();
    private final Said said = new Said();

    @Test
    void isNewOnceForEachSide() {
        assertThat(by(Direction.FROM_CLIENT).isNew(7)).isTrue();
        assertThat(by(Direction.FROM_CLIENT).isNew(7)).isFalse();
        assertThat(by(Direction.FROM_SERVER).isNew(7)).isTrue();
        assertThat(by(Direction.FROM_CLIENT).isNew(8)).isTrue();
    }

    @Test
    void forgetsTheOldestOfManyThings() {
        by(Direction.FROM_CLIENT);
        for (int i = 0; i < 33; i++) {
            assertThat(said.isNew(i)).isTrue();
        }

        assertThat(said.isNew(32)).isFalse();
        assertThat(said.isNew(0)).isTrue();
    }

    @Test
    void hashesTellBytesTheirLengthAndTheirSeedApart() {
        ByteView bytes = ByteView.of(new byte[] {0, 0, 0, 1});

        assertThat(List.of(
                        Said.hash(1, bytes, 0, 2),
                        Said.hash(1, bytes, 0, 3),
                        Said.hash(1, bytes, 2, 2),
                        Said.hash(2, bytes, 0, 2)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBadDatagramIsLeftToOthersAndTheNextIsRead() {
        Dissector reader = Datagrams.readBy((datagram, once) -> {
            if (once.isNew(1)) {
                once.state(FACT);
            }
            return datagram.unread().u8(0) == 1;
        });

        assertThat(dissect(reader, (byte) 2)).isEqualTo(Progress.MALFORMED);
        assertThat(dissect(reader, (byte) 1)).isEqualTo(Progress.CONTINUE);
        assertThat(facts).containsExactly(FACT);
    }

    private Progress dissect(Dissector reader, byte datagram) {
        return reader.dissect(
                Direction.FROM_SERVER, new HeldInbox().with(datagram), (fact, excerpt) -> facts.add(fact));
    }

    private Said by(Direction direction) {
        return said.by(direction, (fact, excerpt) -> facts.add(fact));
    }
}
