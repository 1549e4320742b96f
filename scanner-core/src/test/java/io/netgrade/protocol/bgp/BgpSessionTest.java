// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

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

/** What protects a session below BGP is told by its carriage, which no dialogue has. */
class BgpSessionTest {
    private static final String KEEPALIVE = "ff".repeat(16) + "001304";
    /** An UPDATE of 4096 octets, of which only the header is here. */
    private static final String LONG_UPDATE = "ff".repeat(16) + "100002";

    private final BgpDissector session = new BgpDissector(false);
    private final List<Fact> facts = new ArrayList<>();

    private record Carried(boolean tcpMd5, boolean tcpAo, int timeToLive) implements Carriage {}

    @Test
    void statesThatTcpSignsWithMd5() {
        say(KEEPALIVE, new Carried(true, false, 255));

        assertThat(facts).containsExactly(BgpFacts.SESSION.partial("tcp-md5", null, 255));
    }

    @Test
    void statesTheNewerOptionWhereBothStand() {
        say(KEEPALIVE, new Carried(true, true, 1));

        assertThat(facts).containsExactly(BgpFacts.SESSION.partial("tcp-ao", null, 1));
    }

    @Test
    void statesATimeToLiveOnlyWhereItIsKnown() {
        say(KEEPALIVE, Carriage.UNKNOWN);

        assertThat(facts).containsExactly(BgpFacts.SESSION.partial("none", null, null));
    }

    @Test
    void saysNothingAgainOfTheNextPacket() {
        say(KEEPALIVE, new Carried(false, false, 254));
        say(KEEPALIVE, new Carried(false, false, 254));

        assertThat(facts).hasSize(1);
    }

    @Test
    void passesOverAHoleWithinRoutes() {
        say(LONG_UPDATE, Carriage.UNKNOWN);

        assertThat(session.missed(Direction.FROM_CLIENT, 4096 - 19)).isTrue();
        say(KEEPALIVE, new Carried(true, false, 9));
        assertThat(facts).contains(BgpFacts.SESSION.partial("tcp-md5", null, 9));
    }

    @Test
    void seeksTheNextMarkerBehindAnotherHole() {
        say(LONG_UPDATE, Carriage.UNKNOWN);

        assertThat(session.missed(Direction.FROM_CLIENT, 5000)).isTrue();
        say("c000020018ff01" + KEEPALIVE, new Carried(true, false, 9));
        assertThat(facts).contains(BgpFacts.SESSION.partial("tcp-md5", null, 9));
    }

    private void say(String hex, Carriage carriage) {
        Inbox inbox = new HeldInbox().with(HexFormat.of().parseHex(hex)).carriedBy(carriage);
        assertThat(session.dissect(Direction.FROM_CLIENT, inbox, (fact, excerpt) -> facts.add(fact)))
                .isEqualTo(Progress.CONTINUE);
        assertThat(inbox.unread().length()).isZero();
    }
}
