// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.x11;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class X11QuestionTest {
    private static final Protocol X11 = X11Protocol.protocol();
    private static final String MISMATCH = "\0\10\13\0\0\0\2\0mismatch";
    private static final String REFUSED = "\0\10\13\0\0\0\2\0no entry";

    @Test
    void withoutConsentItSeesAServerAndNothingOfWhomItLetsIn() {
        Asked asked = Asked.first(X11).hears(MISMATCH);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("l\0\177\0\0\0\0\0\0\0\0\0");
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void seesThatNobodyIsLetInWithoutAuthorization() {
        Asked asked = anonymous().hears(REFUSED);

        assertThat(asked.sent()).isEqualTo("l\0\13\0\0\0\0\0\0\0\0\0");
        assertThat(asked.facts().all()).containsExactly(X11Facts.CONNECTION.complete("refused", "none", false));
    }

    @Test
    void seesThatEverybodyIsLetIn() {
        // Release 12101004 of a vendor of four letters, and what follows its name.
        String rest = "\0".repeat(16) + "\4\0" + "\0".repeat(14) + "Some" + "\0".repeat(4);
        Asked asked = anonymous().hears("\1\0\13\0\0\0\12\0" + rest);

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(X11Facts.CONNECTION))
                .containsExactly(X11Facts.CONNECTION.complete("accepted", "none", true));
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(X11).hears("HTTP/1.1 400\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }

    private static Asked anonymous() {
        Endpoint endpoint = new Endpoint(InetAddress.getLoopbackAddress(), 6000, Transport.TCP);
        return new Asked(X11Question.anonymous(endpoint));
    }
}
