// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import org.junit.jupiter.api.Test;

class TftpReadTest {
    private final Interview interview = Questioning.of(TftpProtocol.protocol(), Transport.UDP, "tftp.read");

    @Test
    void asksForAFileThatNobodyHas() {
        String asked = new String(interview.lastSent(), ISO_8859_1);

        assertThat(asked).matches("\\x00\\x01netgrade-[0-9a-f]{16}\\x00octet\\x00");
        assertThat(Questioning.of(TftpProtocol.protocol(), Transport.UDP, "tftp.read")
                        .lastSent())
                .isNotEqualTo(interview.lastSent());
    }

    @Test
    void readsThatThereIsNone() {
        assertThat(interview.hear("\0\5\0\1File not found\0")).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(TftpFacts.ANSWER.partial("error", 1));
        assertThat(interview.sent()).hasSize(1);
    }

    @Test
    void endsWhatIsReadOutNevertheless() {
        assertThat(interview.hear("\0\3\0\1something")).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(TftpFacts.ANSWER.partial("data", null));
        assertThat(interview.lastSent()).startsWith(0, 5, 0, 0);
    }

    @Test
    void takesNothingElse() {
        for (String other : new String[] {"\0\5\0", "\0\5\0cx\0", "HTTP/1.1 400", "\0\1a\0octet\0"}) {
            assertThat(interview.hear(other)).as(other).isEqualTo(Progress.MALFORMED);
        }
        assertThat(interview.facts()).isEmpty();
        assertThat(interview.sent()).hasSize(1);
    }
}
