// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mgcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questioning;
import org.junit.jupiter.api.Test;

class AuditEndpointTest {
    private final Interview interview = Questioning.of(MgcpProtocol.protocol(), Transport.UDP, "mgcp.audit");
    private final String asked = new String(interview.lastSent(), US_ASCII);
    private final String transaction = asked.split(" ")[1];

    @Test
    void asksForOneEndpointAndNoList() {
        assertThat(asked).matches("AUEP [1-9][0-9]{0,8} null@\\[192\\.0\\.2\\.1] MGCP 1\\.0\r\n");
    }

    @Test
    void readsASignOfLifeAndARefusal() {
        for (int code : new int[] {200, 500}) {
            Interview fresh = Questioning.of(MgcpProtocol.protocol(), Transport.UDP, "mgcp.audit");
            String number = new String(fresh.lastSent(), US_ASCII).split(" ")[1];
            assertThat(fresh.hear(code + " " + number + " text\r\n")).isEqualTo(Progress.DONE);
            assertThat(fresh.facts()).containsExactly(MgcpProtocol.ANSWER.partial(code));
        }
    }

    @Test
    void waitsForWhatComesBehindAProvisionalAnswer() {
        assertThat(interview.hear("100 " + transaction + " wait\r\n")).isEqualTo(Progress.CONTINUE);
        assertThat(interview.hear("200 " + transaction + " OK\r\n")).isEqualTo(Progress.DONE);
        assertThat(interview.facts()).containsExactly(MgcpProtocol.ANSWER.partial(200));
    }

    @Test
    void takesNoAnswerToAnotherTransactionAndNoOtherProtocol() {
        for (String other : new String[] {"200 " + transaction + "1 OK\r\n", "200 OK\r\n", "2", "", asked}) {
            assertThat(interview.hear(other)).isEqualTo(result(other));
        }
        assertThat(interview.facts()).isEmpty();
    }

    /** An empty datagram says nothing at all. */
    private static Progress result(String said) {
        return said.isEmpty() ? Progress.CONTINUE : Progress.MALFORMED;
    }
}
