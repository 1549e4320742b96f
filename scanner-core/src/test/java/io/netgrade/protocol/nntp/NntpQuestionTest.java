// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.nntp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.Protocol;
import io.netgrade.testing.Asked;
import org.junit.jupiter.api.Test;

class NntpQuestionTest {
    private static final Protocol NNTP = NntpProtocol.protocol();
    private static final String GREETING = "200 news.example ready (posting ok)\r\n";

    @Test
    void asksForTheCapabilitiesAndLeaves() {
        Asked asked = Asked.first(NNTP).hears(GREETING).hears("101 list\r\nVERSION 2\r\nSTARTTLS\r\n.\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.sent()).isEqualTo("CAPABILITIES\r\nQUIT\r\n");
        assertThat(asked.facts().all())
                .containsExactly(
                        NntpFacts.GREETING.complete("posting"),
                        CommonFacts.greeting("news.example ready (posting ok)").orElseThrow(),
                        NntpFacts.STARTTLS.complete(true));
    }

    @Test
    void seesThatTlsIsNotOffered() {
        Asked asked = Asked.first(NNTP)
                .hears("201 news.example ready (no posting)\r\n")
                .hears("101 list\r\nVERSION 2\r\nREADER\r\n.\r\n");

        assertThat(asked.facts().all())
                .containsExactly(
                        NntpFacts.GREETING.complete("reading"),
                        CommonFacts.greeting("news.example ready (no posting)").orElseThrow(),
                        NntpFacts.STARTTLS.complete(false));
    }

    @Test
    void aServerWithoutCapabilitiesLeavesOpenWhatItOffers() {
        Asked asked = Asked.first(NNTP).hears(GREETING).hears("500 what?\r\n");

        assertThat(asked.progress()).isEqualTo(Progress.DONE);
        assertThat(asked.facts().of(NntpFacts.STARTTLS)).isEmpty();
    }

    @Test
    void aServerOfSomethingElseIsNone() {
        assertThat(Asked.first(NNTP).hears("+OK ready\r\n").progress()).isEqualTo(Progress.MALFORMED);
    }

    @Test
    void leadsToTlsOrLeaves() {
        Asked granted = Asked.startTls(NNTP).hears(GREETING).hears("382 begin\r\n");
        Asked refused = Asked.startTls(NNTP).hears(GREETING).hears("580 cannot\r\n");

        assertThat(granted.progress()).isEqualTo(Progress.START_TLS);
        assertThat(granted.facts().all()).isEmpty();
        assertThat(granted.sent()).isEqualTo("STARTTLS\r\n");
        assertThat(refused.facts().all()).containsExactly(NntpFacts.STARTTLS.partial(false));
        assertThat(refused.progress()).isEqualTo(Progress.DONE);
        assertThat(refused.sent()).isEqualTo("STARTTLS\r\nQUIT\r\n");
    }
}
