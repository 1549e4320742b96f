// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Seen;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An operator's result is that of its weakest unit. */
class OperatorResultTest {
    private final Case it =
            new Case().asks("A-01", "1", 10).asks("A-02", "2", 20).asks("A-03", "3.1", 30);

    @Test
    void theWorstOutcomeIsTheOperatorsThoughAnotherUnitLacksMoreLevels() {
        it.saw(1, Case.STRENGTH.partial(40)).server(2, 15).server(3, 40);
        OperatorResult result = result(unit(3, "1"), unit(1, "3.1"), unit(2, "2"));
        assertThat(result.outcome()).isEqualTo(Outcome.BELOW);
        assertThat(result.weakest().map(UnitGrade::id)).contains("2");
        assertThat(result(unit(3, "1"), unit(1, "3.1")).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result(unit(3, "1")).outcome()).isEqualTo(Outcome.MEETS);
    }

    @Test
    void ofSeveralWithOneOutcomeTheOneThatLacksMostLevelsIsTheWeakest() {
        it.server(1, 15).server(2, 15).server(3, 15);
        assertThat(result(unit(1, "2"), unit(2, "3.1"), unit(3, "3.1"))
                        .weakest()
                        .map(UnitGrade::id))
                .as("the first of those that lack the same")
                .contains("2");
    }

    @Test
    void unitsOfWhichNothingIsAskedCountForNothing() {
        it.server(1, 5).server(2, 40);
        UnitScope free = unit(1, "1").requiring(Optional.empty());
        assertThat(result(free, unit(2, "1")).outcome()).isEqualTo(Outcome.MEETS);
        assertThat(result(free).outcome()).isEqualTo(Outcome.NOT_ASKED);
        assertThat(result(free).weakest()).isEmpty();
    }

    private OperatorResult result(UnitScope... units) {
        return OperatorResult.of(it.judged(List.of(units)).units());
    }

    /** Of one host, whose number is its id. */
    private static UnitScope unit(int host, String required) {
        return new UnitScope(
                String.valueOf(host),
                "",
                "",
                "untrusted",
                Optional.of(Case.level(required)),
                seen -> seen.service().endpoint().equals(Seen.endpoint(host, 22)),
                endpoint -> endpoint.equals(Seen.endpoint(host, 22)));
    }
}
