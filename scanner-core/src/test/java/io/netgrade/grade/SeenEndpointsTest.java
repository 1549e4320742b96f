// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the order in which it came in, what was seen is in one order. */
class SeenEndpointsTest {
    private static final Endpoint HERE = Seen.endpoint(1, 22);
    private static final Observation A = Seen.recognised(HERE, "a");
    private static final Observation B = Seen.recognised(HERE, "b");
    private static final Observation ELSEWHERE = Seen.recognised(Seen.endpoint(2, 22), "a");

    @Test
    void endpointsAndWhatIsOfThemAreInTheirOrder() {
        Attempt late = new Attempt(HERE, "a", Status.RESET, "", Seen.NOW.plusSeconds(9), 1, 0, 0);
        Attempt early = Seen.attempt(HERE, "b", Status.ANSWERED);
        SeenEndpoints seen = seen(List.of(ELSEWHERE, B, A), List.of(late, early));
        assertThat(seen.all()).extracting(EndpointSeen::endpoint).containsExactly(HERE, Seen.endpoint(2, 22));
        assertThat(seen.all().get(0).seen().all()).containsExactly(A, B);
        assertThat(seen.all().get(0).seen().attempts()).containsExactly(early, late);
        assertThat(seen.all().get(1).seen().attempts()).isEmpty();
    }

    @Test
    void whatIsWantedKeepsItsEndpointsAndNoOthers() {
        SeenEndpoints seen = seen(List.of(A, B, ELSEWHERE), List.of(Seen.attempt(HERE, "a", Status.RESET)));
        SeenEndpoints some = seen.only(B::equals);
        assertThat(some.all()).singleElement().satisfies(one -> {
            assertThat(one.endpoint()).isEqualTo(HERE);
            assertThat(one.seen().all()).containsExactly(B);
            assertThat(one.seen().attempts()).hasSize(1);
        });
        assertThat(seen.only(any -> true)).isSameAs(seen);
        assertThat(seen.only(any -> false).none()).isTrue();
    }

    private static SeenEndpoints seen(List<Observation> observations, List<Attempt> attempts) {
        Run run = new Run("run", "0", "scan", Seen.NOW, Seen.NOW, "untrusted", true);
        return SeenEndpoints.of(new Collected(run, observations, attempts, List.of(), List.of()));
    }
}
