// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsResumptionAskingTest {
    private static final TlsQuestion FIRST = TlsQuestion.all("first", TlsVersion.TLS_1_3);
    private static final TlsQuestion SECOND = FIRST.about("second");

    private final List<TlsOutcome> told = new ArrayList<>();

    /** A session is given where the first outcome says {@code resumed}. */
    private TlsResumptionAsking asking(boolean afterwards) {
        return new TlsResumptionAsking(
                FIRST,
                afterwards,
                outcome -> outcome.resumed() ? Optional.of(SECOND) : Optional.empty(),
                answer -> told.add(answer.outcome()));
    }

    @Test
    void whoGivesNoSessionAfterTheHandshakeIsAskedOnceMore() {
        TlsResumptionAsking asking = asking(true);
        asking.heard(finished(false));
        assertThat(asking.next()).contains(FIRST);
        assertThat(asking.proven()).isEmpty();
        asking.heard(finished(false));
        assertThat(asking.next()).isEmpty();
        assertThat(asking.proven()).contains(false);
        assertThat(told).hasSize(1);
    }

    @Test
    void whoGivesOneAtTheSecondTimeIsBelieved() {
        TlsResumptionAsking asking = asking(true);
        asking.heard(finished(false));
        asking.heard(finished(true));
        assertThat(asking.next()).contains(SECOND);
        assertThat(told).containsExactly(TlsOutcome.of13(true, true, Optional.empty()));
    }

    @Test
    void whatComesWithinTheHandshakeIsAskedForOnce() {
        TlsResumptionAsking asking = asking(false);
        asking.heard(finished(false));
        assertThat(asking.next()).isEmpty();
        assertThat(asking.proven()).contains(false);
    }

    @Test
    void whoDoesNotFinishIsNotAskedAgain() {
        TlsResumptionAsking asking = asking(true);
        asking.heard(answer(TlsOutcome.NONE));
        assertThat(asking.next()).isEmpty();
        assertThat(asking.proven()).isEmpty();
    }

    private static TlsAnswer finished(boolean gives) {
        return answer(TlsOutcome.of13(true, gives, Optional.empty()));
    }

    private static TlsAnswer answer(TlsOutcome outcome) {
        return new TlsAnswer(FIRST, TlsAnswer.Kind.ACCEPTED, new TlsFlight(), List.of()).with(outcome);
    }
}
