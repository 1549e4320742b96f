// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmppQuestionTest {
    private static final Protocol XMPP = XmppProtocol.protocol();
    private static final String STREAM = "<?xml version='1.0'?><stream:stream id='1' from='127.0.0.1' version='1.0'"
            + " xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
    private static final String TLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'>%s</starttls>";

    @Test
    void asksForTheFeaturesAndLeaves() {
        Asked asked = Asked.first(XMPP)
                .hears(STREAM)
                .hears("<stream:features>" + TLS.formatted("<required/>") + "</stream:features>");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent())
                .isEqualTo("<?xml version='1.0'?><stream:stream to='127.0.0.1' version='1.0' xmlns='jabber:client'"
                        + " xmlns:stream='http://etherx.jabber.org/streams'></stream:stream>");
        assertThat(asked.facts().all()).containsExactly(XmppFacts.FEATURES.complete("client", "required", List.of()));
    }

    @Test
    void seesLogInsThatAreOfferedInClear() {
        Asked asked = Asked.first(XMPP)
                .hears(STREAM)
                .hears("<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                        + "<mechanism>PLAIN</mechanism></mechanisms></stream:features>");

        assertThat(asked.facts().all())
                .containsExactly(XmppFacts.FEATURES.complete("client", "absent", List.of("PLAIN")));
    }

    @Test
    void aServerOfOtherDomainsIsOneAllTheSame() {
        Asked asked = Asked.first(XMPP)
                .hears(STREAM + "<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                        + "</stream:error></stream:stream>");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().all()).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(XMPP).hears("<html><body>").progress()).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void aStreamWithoutEndIsGivenUp() {
        assertThat(Asked.first(XMPP).hears(STREAM + "<a>".repeat(8000)).progress())
                .isEqualTo(Progress.MALFORMED);
    }

    @Test
    void leadsToTlsOrLeaves() {
        String features = "<stream:features>" + TLS.formatted("") + "</stream:features>";
        Asked granted = Asked.startTls(XMPP)
                .hears(STREAM + features)
                .hears("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        Asked refused = Asked.startTls(XMPP)
                .hears(STREAM + features)
                .hears("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");

        assertThat(granted.progress()).isEqualTo(Progress.START_TLS);
        assertThat(granted.sent()).endsWith("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        assertThat(refused.progress()).isEqualTo(Progress.DONE);
        assertThat(refused.sent()).endsWith("</stream:stream>");
    }
}
