// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import static io.netgrade.grade.Case.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.netgrade.check.Verdict.Result;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    @Test
    void sameProfileMovesNothing() {
        UnitMove move = only(of(10, "1"), of(10, "1"));
        assertThat(move.moves()).isFalse();
        assertThat(move.moved()).isEmpty();
    }

    @Test
    void tighterBarMovesThePassToAFailure() {
        UnitMove move = only(of(10, "1"), of(20, "1"));
        assertThat(move.moves()).isTrue();
        assertThat(move.now().outcome()).isEqualTo(Outcome.MEETS);
        assertThat(move.then().outcome()).isEqualTo(Outcome.BELOW);
        assertThat(move.moved()).singleElement().satisfies(finding -> {
            assertThat(finding.now()).map(FindingMove.Said::result).contains(Result.PASS);
            assertThat(finding.then()).map(FindingMove.Said::result).contains(Result.FAIL);
            assertThat(finding.control()).isEqualTo("A-01");
        });
    }

    @Test
    void failureFromAnotherLevelOnMoves() {
        UnitMove move = only(of(20, "1"), of(20, "3.1"));
        assertThat(move.then().interval().possible()).contains(level("2"));
        assertThat(move.moved()).singleElement().satisfies(finding -> {
            assertThat(finding.now()).map(said -> said.level().id()).contains("1");
            assertThat(finding.then()).map(said -> said.level().id()).contains("3.1");
        });
    }

    @Test
    void anotherLevelIsAMoveThoughNoneIsAsked() {
        Case now = new Case().asks("A-01", "2", 10).server(1, 10);
        Case then = new Case().asks("A-01", "2", 20).server(1, 10);
        UnitMove move = only(now, then);
        assertThat(move.now().outcome()).isEqualTo(move.then().outcome());
        assertThat(move.moves()).isTrue();
    }

    @Test
    void passFromAnotherLevelOnMovesNothing() {
        assertThat(only(of(5, "1"), of(5, "3.1")).moved()).isEmpty();
    }

    @Test
    void whatOneOfThemDoesNotAskHasNothingToSay() {
        UnitMove added = only(of(10, "1"), with(of(10, "1"), "B-01"));
        assertThat(added.moved()).singleElement().satisfies(finding -> {
            assertThat(finding.now()).isEqualTo(Optional.empty());
            assertThat(finding.then()).map(FindingMove.Said::result).contains(Result.FAIL);
        });
        UnitMove removed = only(with(of(10, "1"), "B-01"), of(10, "1"));
        assertThat(removed.moved())
                .singleElement()
                .satisfies(finding -> assertThat(finding.then()).isEmpty());
    }

    private static UnitMove only(Case now, Case then) {
        return WhatIf.of(now.judged(), then.judged()).get(0);
    }

    private static Case of(int bits, String level) {
        return new Case().asks("A-01", level, bits).requires("1").server(1, 10);
    }

    private static Case with(Case it, String control) {
        return it.asks(control, "2", 99);
    }
}
