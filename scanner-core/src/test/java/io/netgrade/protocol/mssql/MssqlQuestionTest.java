// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class MssqlQuestionTest {
    private static final Protocol MSSQL = MssqlProtocol.protocol();
    /** MS-TDS 4.2, with another answer to ENCRYPTION. */
    private static String answer(int encryption) {
        return "\4\1\0\32\0\0\1\0" + "\0\0\13\0\6" + "\1\0\21\0\1" + "\u00ff" + "\17\0\7\u00d0\0\0" + (char) encryption;
    }

    @Test
    void asksWhatTheServerWantsOfEncryption() {
        Asked asked = Asked.first(MSSQL).hears(answer(3));

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("\22\1\0\32\0\0\1\0\0\0\13\0\6\1\0\21\0\1\u00ff\0\0\0\0\0\0\0");
        assertThat(asked.facts().all()).contains(MssqlFacts.ENCRYPTION.complete("required", "off"));
    }

    @Test
    void seesThatThereIsNone() {
        assertThat(Asked.first(MSSQL).hears(answer(2)).facts().all())
                .contains(MssqlFacts.ENCRYPTION.complete("not-supported", "off"));
    }

    @Test
    void aCutAnswerIsNone() {
        Asked asked = Asked.first(MSSQL).hears(answer(3).substring(0, 20)).ends();

        assertThat(asked.answered()).isFalse();
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(MSSQL).hears("\25\3\1\0\2\2\50").progress()).isEqualTo(Progress.MALFORMED);
    }
}
