// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.smartinstall;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SmartInstallProbeTest {
    private static final String ANSWER = "000000040000000000000003000000080000000100000000";

    private final Interview interview =
            Questioning.of(SmartInstallProtocol.protocol(), Transport.TCP, "smart-install.probe");

    @Test
    void asksAsCiscosCheckDoesAndReadsTheAnswer() {
        assertThat(HexFormat.of().formatHex(interview.lastSent()))
                .isEqualTo("000000010000000100000004000000080000000100000000");
        Progress progress = Progress.CONTINUE;
        for (byte octet : bytes(ANSWER)) {
            assertThat(progress).isEqualTo(Progress.CONTINUE);
            progress = interview.hear(octet);
        }

        assertThat(progress).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(SmartInstallFacts.SERVICE.partial(true, 3));
    }

    @Test
    void takesNothingElse() {
        for (String other : new String[] {
            "000000010000000100000004000000080000000100000000",
            "000000040000000000000003ffffffff00000001",
            "16030300020228"
        }) {
            Interview fresh = Questioning.of(SmartInstallProtocol.protocol(), Transport.TCP, "smart-install.probe");
            assertThat(fresh.hear(bytes(other))).isEqualTo(Progress.MALFORMED);
            assertThat(fresh.facts()).isEmpty();
        }
        assertThat(interview.hear(bytes(ANSWER.substring(0, 46)))).isEqualTo(Progress.CONTINUE);
        assertThat(interview.end()).isFalse();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
