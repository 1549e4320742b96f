// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Evidence;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Fact;
import io.netgrade.fact.FactType;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In each pair what comes first does so by one thing, and all that is asked after it says the contrary. */
class SeenOrderTest {
    private static final FactType A = FactType.of("a.a", "").text("one", "").text("two", "");
    private static final FactType B = FactType.of("b.b", "").text("one", "");
    private static final Evidence EARLY = evidence(Source.CAPTURE, 0, "a", 1, "a");
    private static final Evidence LATE = evidence(Source.PROBE, 1, "b", 2, "b");

    @Test
    void theFactComesFirstThenItsEvidenceThenTheService() {
        before(
                new Observation(service("z", Confidence.CONFIRMED), A.complete("z", null), LATE),
                new Observation(service("a", Confidence.LIKELY), B.complete("a"), EARLY));
        before(
                new Observation(service("z", Confidence.CONFIRMED), A.complete("z", null), EARLY),
                new Observation(service("a", Confidence.LIKELY), A.complete("z", null), LATE));
        before(service("a", Confidence.CONFIRMED, "tls"), service("b", Confidence.LIKELY));
        before(service("a", Confidence.CONFIRMED, "http"), service("a", Confidence.LIKELY, "tls"));
        before(service("a", Confidence.LIKELY, "tls"), service("a", Confidence.CONFIRMED, "tls"));
    }

    @Test
    void factsOfATypeAreByValueThenThePartBeforeTheWhole() {
        before(A.complete("a", null), A.partial("b", null));
        before(A.partial("a", null), A.complete("a", null));
    }

    @Test
    void valuesAreByTheTextsOfTheirMaps() {
        before(A.complete("a", "z"), A.complete("b", "a"));
        before(A.complete("a", "x"), A.complete("a", "y"));
        before(A.complete("abc", null), A.complete("ab", null));
        before(A.complete("ab", "x"), A.complete("abc", "x"));
        before(A.complete("a", "x"), A.complete("a", null));
        before(A.complete("z", null), A.complete(null, "a"));
        before(A.complete("a", null), A.none());
    }

    @Test
    void evidenceIsByEyeMomentPlaceFrameAndExcerpt() {
        before(evidence(Source.CAPTURE, 9, "z", 9, "z"), evidence(Source.PROBE, 0, "a", 0, "a"));
        before(evidence(Source.PROBE, 0, "z", 9, "z"), evidence(Source.PROBE, 1, "a", 0, "a"));
        before(evidence(Source.PROBE, 0, "a", 9, "z"), evidence(Source.PROBE, 0, "b", 0, "a"));
        before(evidence(Source.PROBE, 0, "a", 9, "z"), evidence(Source.PROBE, 0, "a", 10, "a"));
        before(evidence(Source.PROBE, 0, "a", 9, "a"), evidence(Source.PROBE, 0, "a", 9, "b"));
    }

    @Test
    void onlyWhatDiffersInNothingIsATie() {
        Observation one = new Observation(service("a", Confidence.LIKELY), B.complete("a"), EARLY);
        Observation same = new Observation(service("a", Confidence.LIKELY), B.complete("a"), EARLY);
        Observation other = new Observation(service("a", Confidence.CONFIRMED), B.complete("a"), EARLY);
        assertThat(SeenOrder.OF_OBSERVATIONS.compare(one, same)).isZero();
        assertThat(SeenOrder.haveTies(List.of(one, same))).isTrue();
        assertThat(SeenOrder.haveTies(List.of(one, other))).isFalse();
        assertThat(SeenOrder.haveTies(List.of(one))).isFalse();
    }

    private static void before(Fact first, Fact second) {
        before(
                new Observation(service("z", Confidence.CONFIRMED), first, LATE),
                new Observation(service("a", Confidence.LIKELY), second, EARLY));
    }

    private static void before(Sighting first, Sighting second) {
        before(new Observation(first, A.none(), EARLY), new Observation(second, A.none(), EARLY));
    }

    private static void before(Evidence first, Evidence second) {
        before(
                new Observation(service("z", Confidence.CONFIRMED), A.none(), first),
                new Observation(service("a", Confidence.LIKELY), A.none(), second));
    }

    private static void before(Observation first, Observation second) {
        assertThat(SeenOrder.OF_OBSERVATIONS.compare(first, second)).isNegative();
        assertThat(SeenOrder.OF_OBSERVATIONS.compare(second, first)).isPositive();
    }

    private static Sighting service(String protocol, Confidence confidence, String... layers) {
        return new Sighting(Seen.ENDPOINT, protocol, List.of(layers), confidence);
    }

    private static Evidence evidence(Source eye, long second, String place, long frame, String excerpt) {
        return new Evidence(eye, Seen.NOW.plusSeconds(second), place, frame, excerpt);
    }
}
