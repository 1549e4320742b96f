// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.fact.CommonFacts;
import io.netgrade.fact.FactType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what two eyes tell is a contradiction, and when it may be of two things. */
class FactPairTest {
    private static final FactType SOFTWARE = CommonFacts.SOFTWARE;
    private static final FactType OFFER =
            FactType.of("x.offer", "").text("kind", "").names("names", "");
    private static final FactType CERTIFICATE =
            FactType.of("tls.certificate", "").number("position", "").text("sha256", "");

    @Test
    void wholesAgreeWhereTheyHoldTheSameInAnyOrder() {
        assertThat(new FactPair(OFFER.complete("k", List.of("a", "b")), OFFER.complete("k", List.of("b", "a")))
                        .agrees())
                .isTrue();
        assertThat(new FactPair(OFFER.complete("k", List.of("a", "b")), OFFER.complete("k", List.of("a"))).agrees())
                .isFalse();
    }

    @Test
    void aProbedPartMustBeWithinTheCapturedWhole() {
        assertThat(new FactPair(OFFER.complete("k", List.of("a", "b")), OFFER.partial("k", List.of("b"))).agrees())
                .isTrue();
        assertThat(new FactPair(OFFER.complete("k", List.of("a", "b")), OFFER.partial("k", List.of("c"))).differing())
                .containsExactly("names");
    }

    @Test
    void twoPartsOfAListContradictNothing() {
        assertThat(new FactPair(OFFER.partial("k", List.of("a")), OFFER.partial("k", List.of("b"))).agrees())
                .isTrue();
    }

    @Test
    void likenessIsTheNumberOfFieldsThatAreTheSame() {
        assertThat(new FactPair(SOFTWARE.complete("p", "1", "cpe"), SOFTWARE.complete("p", "2", "cpe")).alike())
                .isEqualTo(2);
        assertThat(new FactPair(SOFTWARE.complete("p", "1", null), SOFTWARE.complete("q", "2", "cpe")).alike())
                .isZero();
    }

    @Test
    void certificatesAreToldApartByTheirPlaceInTheChain() {
        assertThat(new FactPair(CERTIFICATE.complete(0, "a"), CERTIFICATE.complete(0, "b")).isOfOneThing(false))
                .isTrue();
        assertThat(new FactPair(CERTIFICATE.complete(0, "a"), CERTIFICATE.complete(1, "b")).isOfOneThing(true))
                .as("the chain's next is another certificate, though each eye tells but one")
                .isFalse();
        assertThat(new FactPair(CERTIFICATE.complete(null, "a"), CERTIFICATE.complete(null, "b")).isOfOneThing(true))
                .isFalse();
    }

    @Test
    void otherSoftwareIsAContradictionWhereEachEyeTellsOfOneProduct() {
        FactPair others = new FactPair(SOFTWARE.complete("nginx", "1", null), SOFTWARE.complete("Apache", "1", null));
        assertThat(others.isOfOneThing(true)).isTrue();
        assertThat(others.isOfOneThing(false)).isFalse();
        FactPair same = new FactPair(SOFTWARE.complete("nginx", "1", null), SOFTWARE.complete("nginx", "2", null));
        assertThat(same.isOfOneThing(false)).isTrue();
    }

    @Test
    void greetingsAreHeldAgainstEachOtherOnlyWhereThereIsOneOfEach() {
        FactPair greetings = new FactPair(CommonFacts.GREETING.partial("hello"), CommonFacts.GREETING.partial("bye"));
        assertThat(greetings.isOfOneThing(true)).isTrue();
        assertThat(greetings.isOfOneThing(false)).isFalse();
    }

    @Test
    void twoWholesAreOfOneThingWhereTheyAreTheOnlyOnesOrTheirTextsFit() {
        FactPair sameKind = new FactPair(OFFER.complete("k", List.of("a")), OFFER.complete("k", List.of("b")));
        FactPair otherKind = new FactPair(OFFER.complete("k", List.of("a")), OFFER.complete("l", List.of("b")));
        assertThat(sameKind.isOfOneThing(false)).isTrue();
        assertThat(otherKind.isOfOneThing(true)).isTrue();
        assertThat(otherKind.isOfOneThing(false)).isFalse();
    }

    @Test
    void aPartAndAWholeAreOfOneThingOnlyWhereTheirTextsFit() {
        assertThat(new FactPair(OFFER.partial("k", List.of("a")), OFFER.complete("k", List.of("b")))
                        .isOfOneThing(false))
                .isTrue();
        assertThat(new FactPair(OFFER.complete("k", List.of("a")), OFFER.partial("k", List.of("b")))
                        .isOfOneThing(false))
                .isTrue();
        assertThat(new FactPair(OFFER.partial("k", List.of("a")), OFFER.complete("l", List.of("b"))).isOfOneThing(true))
                .isFalse();
        assertThat(new FactPair(OFFER.partial("k", List.of("a")), OFFER.partial("k", List.of("b"))).isOfOneThing(true))
                .isFalse();
        assertThat(new FactPair(OFFER.complete("k", List.of("a")), OFFER.partial("l", List.of("b"))).isOfOneThing(true))
                .isFalse();
    }
}
