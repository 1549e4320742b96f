// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static io.netgrade.endpoint.Transport.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.PortSet;
import io.netgrade.lab.JsmppServer;
import io.netgrade.lab.Relay;
import io.netgrade.lab.StreamStandIn;
import io.netgrade.lab.standin.StandIn;
import io.netgrade.lab.standin.StreamServer;
import io.netgrade.protocol.rtsp.RtspFacts;
import io.netgrade.protocol.smpp.SmppFacts;
import io.netgrade.testing.SideBySide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and media on the ports that are usual for them inside TLS: told from those in clear, and asked all the same. */
class CallsInsideTlsLabTest {
    private static final int RTSPS = 322;

    @SideBySide
    @ParameterizedTest
    @ValueSource(ints = {2775, 3550})
    void asksTheMessageCentreOfJsmppInClear(int port) throws Exception {
        try (JsmppServer centre = JsmppServer.inClear(port)) {
            LabLook look = all(centre.address(), centre.port());

            assertThat(look.services()).containsExactly("smpp");
            assertThat(look.facts(SmppFacts.SERVICE)).containsExactly(SmppFacts.SERVICE.partial("enquire-link", 0));
            assertThat(look.controls(Result.FAIL)).containsExactly("SIG-25@2");
            assertThat(centre.binds()).as("nobody was to bind").isEmpty();
        }
    }

    @SideBySide
    @Test
    void asksTheMessageCentreOfJsmppInsideTls() throws Exception {
        try (JsmppServer centre = JsmppServer.insideTls(3550)) {
            LabLook look = all(centre.address(), centre.port());

            assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/smpp");
            assertThat(look.facts(SmppFacts.SERVICE)).containsExactly(SmppFacts.SERVICE.partial("enquire-link", 0));
            assertThat(look.controls(Result.FAIL))
                    .isNotEmpty()
                    .allMatch(control -> control.startsWith("TLS-"), "of its certificate and its TLS alone");
            assertThat(centre.binds()).as("nobody was to bind").isEmpty();
        }
    }

    @SideBySide
    @Test
    void asksACameraInsideTls() throws Exception {
        try (StandIn camera = StandIn.over(TCP, StreamServer.withDigest());
                StreamStandIn rtsps = StreamStandIn.insideTls(RTSPS, new Relay(camera.address(), camera.port()))) {
            LabLook look = all(rtsps.address(), rtsps.port());

            assertThat(look.services()).containsExactlyInAnyOrder("tls", "tls/rtsp");
            assertThat(look.facts(RtspFacts.LOGIN)).containsExactly(RtspFacts.LOGIN.partial(List.of("digest")));
            assertThat(camera.breaches()).isEmpty();
        }
    }

    @SideBySide
    @Test
    void asksACameraThatIsInClearWhereTlsIsUsual() throws Exception {
        try (StandIn camera = StandIn.over(TCP, StreamServer.open());
                StreamStandIn clear = StreamStandIn.inClear(RTSPS, new Relay(camera.address(), camera.port()))) {
            LabLook look = all(clear.address(), clear.port());

            assertThat(look.services()).containsExactly("rtsp");
            assertThat(look.facts(RtspFacts.METHODS))
                    .containsExactly(
                            RtspFacts.METHODS.partial(List.of("OPTIONS", "DESCRIBE", "SETUP", "PLAY", "TEARDOWN")));
        }
    }

    private static LabLook all(String address, int port) throws Exception {
        return LabLook.at(address, PortSet.of(port), ProtocolCatalog.asked());
    }
}
