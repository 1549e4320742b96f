// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class AjpQuestionTest {
    private static final Protocol AJP = AjpProtocol.protocol();

    @Test
    void pings() {
        Asked asked = Asked.first(AJP).hears("AB\0\1\11");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("\0224\0\1\12");
        assertThat(asked.facts().all()).containsExactly(AjpFacts.SERVICE.partial("ping"));
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(AJP).hears("AB\0\2\11\0").progress()).isEqualTo(Progress.MALFORMED);
        assertThat(Asked.first(AJP).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void aCutAnswerIsNone() {
        assertThat(Asked.first(AJP).hears("AB\0").ends().answered()).isFalse();
    }
}
