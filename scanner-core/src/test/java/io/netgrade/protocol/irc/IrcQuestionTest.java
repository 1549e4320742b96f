// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.irc;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrcQuestionTest {
    private static final Protocol IRC = IrcProtocol.protocol();

    @Test
    void asksForTheCapabilitiesWithoutRegistering() {
        Asked asked = Asked.first(IRC)
                .hears(":irc.example NOTICE * :*** Looking up your hostname\r\n")
                .hears(":irc.example CAP * LS :multi-prefix sasl tls\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("CAP LS\r\nQUIT\r\n");
        assertThat(asked.facts().all())
                .containsExactly(IrcFacts.CAPABILITIES.complete(List.of("multi-prefix", "sasl", "tls")));
    }

    @Test
    void aListThatGoesOnIsOnlyAPart() {
        Asked asked = Asked.first(IRC).hears(":irc.example CAP * LS * :sasl\r\n:irc.example CAP * LS :tls\r\n");

        assertThat(asked.facts().all())
                .containsExactly(
                        IrcFacts.CAPABILITIES.partial(List.of("sasl")), IrcFacts.CAPABILITIES.partial(List.of("tls")));
    }

    @Test
    void aServerThatKnowsNoCapabilitiesIsOneAllTheSame() {
        Asked asked = Asked.first(IRC).hears(":irc.example 421 * CAP :Unknown command\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(IRC).hears("HTTP/1.1 400 Bad Request\r\n").progress())
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void leadsToTlsOrLeaves() {
        Asked granted = Asked.startTls(IRC).hears(":irc.example 670 * :STARTTLS successful\r\n");
        Asked refused = Asked.startTls(IRC).hears(":irc.example 451 * :Connection not registered\r\n");

        assertThat(granted.progress()).isEqualTo(Progress.START_TLS);
        assertThat(refused.progress()).isEqualTo(Progress.DONE);
        assertThat(refused.sent()).isEqualTo("STARTTLS\r\nQUIT\r\n");
    }
}
