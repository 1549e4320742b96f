// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ldp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import io.netgrade.protocol.Carriage;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.HeldInbox;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What protects a session below LDP is told by its carriage, which no dialogue has. */
class LdpSessionTest {
    private static final String KEEPALIVE = "0001000ec000020100000201000400000001";
    /** A PDU of 4096 octets, of which only the headers are here, down to that of the first TLV. */
    private static final String LONG_LABELS = "00010ffcc00002010000" + "040004f000000001" + "01000008";

    private final LdpSession session = new LdpSession();
    private final List<Fact> facts = new ArrayList<>();

    private record Carried(boolean tcpMd5, boolean tcpAo, int timeToLive) implements Carriage {}

    @Test
    void statesThatTcpSignsWithMd5() {
        say(KEEPALIVE, new Carried(true, false, 255));

        assertThat(facts).contains(LdpFacts.SESSION.partial("tcp-md5", 255));
    }

    @Test
    void statesTheNewerOptionWhereBothStand() {
        say(KEEPALIVE, new Carried(true, true, 1));

        assertThat(facts).contains(LdpFacts.SESSION.partial("tcp-ao", 1));
    }

    @Test
    void statesATimeToLiveOnlyWhereItIsKnown() {
        say(KEEPALIVE, Carriage.UNKNOWN);

        assertThat(facts).contains(LdpFacts.SESSION.partial("none", null));
    }

    @Test
    void saysNothingAgainOfTheNextPacket() {
        say(KEEPALIVE, new Carried(false, false, 254));
        say(KEEPALIVE, new Carried(false, false, 254));

        assertThat(facts).hasSize(2);
    }

    @Test
    void bridgesAHoleWithinLabelsAndNoOther() {
        say(LONG_LABELS, Carriage.UNKNOWN);

        assertThat(session.missed(Direction.FROM_CLIENT, 4096 - 22)).isTrue();
        assertThat(session.missed(Direction.FROM_CLIENT, 1)).isFalse();
    }

    private void say(String hex, Carriage carriage) {
        Inbox inbox = new HeldInbox().with(HexFormat.of().parseHex(hex)).carriedBy(carriage);
        assertThat(session.dissect(Direction.FROM_CLIENT, inbox, (fact, excerpt) -> facts.add(fact)))
                .isEqualTo(Progress.CONTINUE);
        assertThat(inbox.unread().length()).isZero();
    }
}
