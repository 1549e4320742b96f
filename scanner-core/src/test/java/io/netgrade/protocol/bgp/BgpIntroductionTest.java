// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BgpIntroductionTest {
    private static final String MARKER = "ff".repeat(16);
    /** What FRR's bgpd said: system 65001, 180 s, 192.0.2.7, with IPv4 unicast and a system of four octets. */
    private static final byte[] OPEN = HexFormat.of()
            .parseHex(MARKER + "002d01" + "04fde900b4c0000207" + "10" + "0206010400010001" + "02064104" + "0000fde9");

    private static final byte[] REFUSAL = HexFormat.of().parseHex(MARKER + "0015030605");

    private final Interview interview = Questioning.of(BgpProtocol.protocol(), Transport.TCP, "bgp.open");

    @Test
    void opensAsAPrivateSystemThatOffersNoRestart() {
        ByteView asked = ByteView.of(interview.lastSent());
        BgpOpen open = new BgpOpen();

        assertThat(BgpMessage.length(asked)).isEqualTo(asked.length());
        assertThat(open.read(asked)).isTrue();
        assertThat(open.system()).isEqualTo(64_512);
        assertThat(HexFormat.of().formatHex(interview.lastSent()))
                .endsWith("04fc00005ac00002010e020c01040001000141040000fc00");
    }

    @Test
    void ceasesOnceTheSpeakerHasOpened() {
        Progress progress = Progress.CONTINUE;
        for (byte octet : OPEN) {
            assertThat(progress).isEqualTo(Progress.CONTINUE);
            progress = interview.hear(octet);
        }

        assertThat(progress).isEqualTo(Progress.DONE);
        assertThat(HexFormat.of().formatHex(interview.lastSent())).isEqualTo(MARKER + "0015030600");
        assertThat(interview.facts())
                .containsExactlyInAnyOrder(
                        BgpFacts.OPEN.partial(65_001, 180, "192.0.2.7"),
                        BgpFacts.CAPABILITIES.partial(List.of("multiprotocol", "four-octet-as"), List.of("1/1")),
                        BgpFacts.SESSION.partial("none", "external", null));
    }

    @Test
    void readsWhyASpeakerWillNot() {
        assertThat(interview.hear(REFUSAL)).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(BgpFacts.NOTIFICATION.partial("cease", 5));
    }

    @Test
    void takesNothingElse() {
        assertThat(interview.hear(Arrays.copyOf(OPEN, OPEN.length - 1))).isEqualTo(Progress.CONTINUE);
        assertThat(interview.end()).isFalse();
        assertThat(interview.facts()).isEmpty();
        byte[] keepAlive = HexFormat.of().parseHex(MARKER + "001304");
        byte[] broken = OPEN.clone();
        broken[19] = 3;
        for (byte[] other : new byte[][] {keepAlive, broken, "SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII)}) {
            Interview fresh = Questioning.of(BgpProtocol.protocol(), Transport.TCP, "bgp.open");
            assertThat(fresh.hear(other)).isEqualTo(Progress.MALFORMED);
            assertThat(fresh.facts()).isEmpty();
        }
    }
}
