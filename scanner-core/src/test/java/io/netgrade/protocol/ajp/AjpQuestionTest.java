// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.ajp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import io.netgrade.testing.Questions;
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

    @Test
    void forwardsARequestWithoutASecret() {
        Asked refused = request().hears("AB\0\10\4\1\223\0\0\0\0\0");

        assertThat(refused.progress()).isEqualTo(Progress.DONE);
        assertThat(refused.sent())
                .startsWith("\0224\0")
                .contains("\2\2\0\10HTTP/1.1\0\0\1/\0\377\377\377\377")
                .endsWith("\0\377");
        assertThat(refused.facts().of(AjpFacts.REQUEST)).containsExactly(AjpFacts.REQUEST.partial(403, false));
        assertThat(request().hears("AB\0\1\11").facts().of(AjpFacts.REQUEST)).isEmpty();
    }

    private static Asked request() {
        return new Asked(Questions.of(AJP, Transport.TCP, "ajp.request"));
    }
}
