// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static io.netgrade.endpoint.Transport.TCP;
import static io.netgrade.endpoint.Transport.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.lab.standin.ChargingGateway;
import io.netgrade.lab.standin.GtpControlNode;
import io.netgrade.lab.standin.PfcpNode;
import io.netgrade.protocol.gtp.GtpControlFacts;
import io.netgrade.protocol.gtp.PfcpFacts;
import io.netgrade.protocol.gtp.PrimeFacts;
import io.netgrade.testing.SideBySide;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** The prober against nodes of a mobile core over real sockets: what it learns, and that it sends what it promises. */
class MobileLabTest {
    /** Of documentation (RFC 5737): nobody asks from it. */
    private static final byte[] PEER = {(byte) 192, 0, 2, 7};

    /** What is sent in all to a datagram port that never answers: {@code io.netgrade.probe.UdpLine} has the times. */
    private static final int FIRST_QUESTION = 3;

    private static final int NEXT_QUESTION = 3;

    @SideBySide
    @Test
    void findsWhenAUserPlaneWasStartedLast() throws Exception {
        Visit visit = Visit.usual("pfcp", PfcpNode.open(), UDP);

        assertThat(visit.look().services()).containsExactly("pfcp");
        assertThat(visit.look().facts(PfcpFacts.HEARTBEAT))
                .containsExactly(PfcpFacts.HEARTBEAT.partial(true, PfcpNode.STARTED));
        assertThat(visit.look().facts(PfcpFacts.MESSAGE))
                .containsExactly(PfcpFacts.MESSAGE.partial("heartbeat-response"));
        assertThat(visit.look().facts(PfcpFacts.ASSOCIATION)).isEmpty();
        assertThat(visit.look().controls(Result.FAIL))
                .as("seen from an untrusted place")
                .containsExactly("SIG-10@2");
        visit.keepsTo(1, "pfcp", UDP);
    }

    @SideBySide
    @Test
    void findsNoUserPlaneThatHearsItsPeersAlone() throws Exception {
        Visit visit = Visit.usual("pfcp", PfcpNode.forPeers(peer()), UDP);

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.statuses(UDP)).containsExactly(Status.TIMED_OUT);
        visit.keepsTo(FIRST_QUESTION, "pfcp", UDP);
    }

    @SideBySide
    @Test
    void findsAControlPlaneOfVersion2() throws Exception {
        Visit visit = Visit.usual("gtp-c", GtpControlNode.today(), UDP);

        assertThat(visit.look().services()).containsExactly("gtp-c");
        assertThat(visit.look().facts(GtpControlFacts.ECHO))
                .containsExactly(GtpControlFacts.ECHO.partial(true, "v2", GtpControlNode.RESTARTS));
        assertThat(visit.look().controls(Result.FAIL))
                .as("seen from an untrusted place")
                .containsExactly("SIG-06@2");
        visit.keepsTo(2, "gtp-c", UDP);
    }

    @SideBySide
    @Test
    void findsThatAControlPlaneSpeaksVersion1AsWell() throws Exception {
        Visit visit = Visit.usual("gtp-c", GtpControlNode.old(), UDP);

        assertThat(visit.look().services()).containsExactly("gtp-c");
        assertThat(visit.look().facts(GtpControlFacts.ECHO))
                .containsExactlyInAnyOrder(
                        GtpControlFacts.ECHO.partial(true, "v2", GtpControlNode.RESTARTS),
                        GtpControlFacts.ECHO.partial(true, "v1", GtpControlNode.RESTARTS));
        visit.keepsTo(2, "gtp-c", UDP);
    }

    @SideBySide
    @Test
    void findsNoControlPlaneThatHearsItsPeersAlone() throws Exception {
        Visit visit = Visit.usual("gtp-c", GtpControlNode.forPeers(peer()), UDP);

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.statuses(UDP)).containsOnly(Status.TIMED_OUT);
        visit.keepsTo(FIRST_QUESTION + NEXT_QUESTION, "gtp-c", UDP);
    }

    @SideBySide
    @Test
    void findsAChargingGatewayOverBothTransports() throws Exception {
        Visit visit = Visit.usual("gtp-prime", ChargingGateway.open(), UDP, TCP);

        assertThat(visit.look().services()).containsExactly("gtp-prime");
        assertThat(visit.look().facts(PrimeFacts.ECHO)).containsExactly(PrimeFacts.ECHO.partial(true));
        assertThat(visit.statuses(UDP)).containsExactly(Status.ANSWERED);
        assertThat(visit.statuses(TCP)).containsOnly(Status.ANSWERED);
        visit.keepsTo(2, "gtp-prime", UDP, TCP);
    }

    @SideBySide
    @Test
    void findsNoChargingGatewayThatHearsItsNodesAlone() throws Exception {
        Visit visit = Visit.usual("gtp-prime", ChargingGateway.forNodes(peer()), UDP, TCP);

        assertThat(visit.look().services()).isEmpty();
        assertThat(visit.statuses(UDP)).containsExactly(Status.TIMED_OUT);
        visit.keepsTo(FIRST_QUESTION + 1, "gtp-prime", UDP, TCP);
    }

    @SideBySide
    @Test
    void tellsTheNodesApartOnPortsThatTellNothing() throws Exception {
        String[] asked = {"gtp-u", "gtp-c", "pfcp", "gtp-prime"};

        assertThat(Visit.guessing(PfcpNode.open(), UDP, asked).look().services())
                .containsExactly("pfcp");
        assertThat(Visit.guessing(GtpControlNode.today(), UDP, asked).look().services())
                .containsExactly("gtp-c");
        assertThat(Visit.guessing(ChargingGateway.open(), UDP, asked).look().services())
                .containsExactly("gtp-prime");
        assertThat(Visit.guessing(ChargingGateway.open(), TCP, asked).look().services())
                .containsExactly("gtp-prime");
    }

    private static InetAddress peer() throws UnknownHostException {
        return InetAddress.getByAddress(PEER);
    }
}
