// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.Target;
import io.netgrade.fact.Observation;
import io.netgrade.profile.PlanUnit;
import io.netgrade.profile.Requirement;
import io.netgrade.profile.Statements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a run is a unit's of a plan. */
class UnitScopeTest {
    @Test
    void whatIsAtItsAddressesTargetsAndResolvedNamesIsItsOwn() {
        UnitScope unit = UnitScope.of(
                unit(List.of(AddressRange.of("192.0.2.0/30")), List.of(Target.of("192.0.2.9"), Target.of("a.example"))),
                List.of(Seen.endpoint(77, 0).address()),
                UnitScopeTest::isFromPort22);
        for (int host : List.of(1, 9, 77)) {
            assertThat(unit.owns().test(at(host, 80))).as("host %s", host).isTrue();
            assertThat(unit.tries().test(Seen.endpoint(host, 80)))
                    .as("host %s", host)
                    .isTrue();
        }
        assertThat(unit.owns().test(at(10, 22)))
                .as("in its capture, at another's address")
                .isFalse();
        assertThat(unit.tries().test(Seen.endpoint(10, 22))).isFalse();
    }

    @Test
    void aUnitThatNamesNoAddressOwnsWhatItsInputsHold() {
        UnitScope unit = UnitScope.of(unit(List.of(), List.of()), List.of(), UnitScopeTest::isFromPort22);
        assertThat(unit.owns().test(at(1, 22))).isTrue();
        assertThat(unit.owns().test(at(1, 80))).isFalse();
        assertThat(unit.tries().test(Seen.endpoint(1, 22)))
                .as("nothing was probed for it")
                .isFalse();
    }

    @Test
    void anotherLevelAskedChangesNothingElse() {
        UnitScope unit = UnitScope.of(unit(List.of(), List.of()), List.of(), UnitScopeTest::isFromPort22);
        UnitScope higher = unit.requiring(Optional.of(Case.level("3.1")));
        assertThat(higher.required()).contains(Case.level("3.1"));
        assertThat(higher.requiring(unit.required())).isEqualTo(unit);
        assertThat(higher.id()).isEqualTo("core");
        assertThat(higher.vantage()).isEqualTo("internal");
        assertThat(higher.exposes()).containsExactly("dns");
    }

    /** As if a capture of the unit held what is on that port. */
    private static boolean isFromPort22(Observation seen) {
        return seen.service().endpoint().port() == 22;
    }

    private static Observation at(int host, int port) {
        return Seen.recognised(Seen.endpoint(host, port), "x");
    }

    private static PlanUnit unit(List<AddressRange> addresses, List<Target> targets) {
        return new PlanUnit(
                "core",
                "Core",
                "dns-recursive",
                Requirement.NONE,
                Map.of(),
                "internal",
                addresses,
                targets,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of("dns"),
                Statements.NONE);
    }
}
