// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsConclusionTest {
    /** What an answer proves, and what silence does not: on the way to it a packet may have been lost. */
    @ParameterizedTest
    @CsvSource({"ACCEPTED, true", "CLOSED, true", "REFUSED, true", "IGNORED, false"})
    void silenceToASecondHandshakeProvesNothing(TlsRenegotiation how, boolean proven) {
        TlsQuestion question = TlsQuestion.all("tls.client-renegotiation", TlsVersion.TLS_1_2);
        TlsOutcome outcome = new TlsOutcome(true, false, Optional.empty(), Optional.empty(), Optional.of(how));
        TlsLearned learned = new TlsLearned();
        learned.heardRenegotiation(
                new TlsAnswer(question, TlsAnswer.Kind.ACCEPTED, new TlsFlight(), List.of()).with(outcome));
        List<Fact> stated = new ArrayList<>();

        new TlsConclusion(learned, Optional.empty(), TlsCircumstances.NONE, (fact, excerpt) -> stated.add(fact))
                .state();

        assertThat(stated)
                .contains(
                        proven
                                ? TlsFacts.CLIENT_RENEGOTIATION.complete("TLSv1.2", how.id())
                                : TlsFacts.CLIENT_RENEGOTIATION.partial("TLSv1.2", how.id()));
    }
}
