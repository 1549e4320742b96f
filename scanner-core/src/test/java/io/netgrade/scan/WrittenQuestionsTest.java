// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WrittenQuestionsTest {

    @Test
    void tellsAMessageOfThePageFromAllOthers() throws Exception {
        WrittenQuestions pfcp = WrittenQuestions.of("pfcp", Transport.UDP);
        byte[] heartbeat = HexFormat.of().parseHex("2001000c0102030000600004e1b65f80");
        byte[] association = heartbeat.clone();
        association[1] = 5;

        assertThat(pfcp.tell(heartbeat)).isTrue();
        assertThat(pfcp.tell(association)).isFalse();
        assertThat(pfcp.tell(Arrays.copyOf(heartbeat, 15))).isFalse();
        assertThat(pfcp.tell(Arrays.copyOf(heartbeat, 17))).isFalse();
        assertThat(WrittenQuestions.of("gtp-c", Transport.UDP).tell(heartbeat)).isFalse();
        assertThat(WrittenQuestions.of("pfcp", Transport.TCP).messages()).isEmpty();
    }

    @Test
    void takesAnyNumberWhereOneVaries() throws Exception {
        WrittenQuestions megaco = WrittenQuestions.of("megaco", Transport.UDP);
        String audit = "MEGACO/1 <netgrade.invalid>\r\nTransaction=123456789{Context=-{AuditValue=ROOT{Audit{}}}}\r\n";

        assertThat(megaco.tell(audit.getBytes(StandardCharsets.US_ASCII))).isTrue();
        assertThat(megaco.tell(audit.replace("123456789", "203456789").getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(megaco.tell(audit.replace("123456789", "7").getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(megaco.tell(audit.replace("<", "[").getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }
}
