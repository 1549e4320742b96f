// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.dcerpc;

import static io.netgrade.testing.Questions.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.testing.Interview;
import io.netgrade.testing.Questions;
import org.junit.jupiter.api.Test;

class DcerpcQuestionsTest {
    private final Interview talk = Questions.overTcp(DcerpcProtocol.protocol(), "dcerpc.bind");

    @Test
    void bindsTheEndpointMapperAndCallsNothing() {
        assertThat(talk.lastSent()).hasSize(72);
        String taken = "05000c03100000003c00000001000000 b810b810 11223344 0400 31333500 0000 01000000 00000000"
                + "045d888aeb1cc9119fe808002b104860 02000000";

        assertThat(talk.hear(hex(taken))).isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(DcerpcFacts.BINDING.partial("epmapper", "none", "none", true));
        assertThat(talk.sent()).hasSize(1);
    }

    @Test
    void hearsARefusal() {
        assertThat(talk.hear(hex("05000d03100000001800000001000000 0000 01 0500 000000")))
                .isEqualTo(Progress.DONE);
        assertThat(talk.facts()).containsExactly(DcerpcFacts.BINDING.partial("epmapper", "none", "none", false));
    }

    @Test
    void takesNothingElseForDcerpc() {
        assertThat(talk.hear("ncacn_http/1.0")).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void anAnswerThatIsCutIsNone() {
        assertThat(talk.hear(hex("05000c0310000000"))).isEqualTo(Progress.CONTINUE);
        assertThat(talk.end()).isFalse();
        assertThat(talk.hear(hex("0500 0000 01000000"))).isEqualTo(Progress.MALFORMED);
    }
}
