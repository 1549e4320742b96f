// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.grade.OperatorResult;

/** The operator's result in one line. */
final class OverallWords {
    private OverallWords() {}

    static String of(OperatorResult result, Labels labels) {
        return result.weakest()
                .map(unit -> labels.of(
                                "overall.of",
                                labels.of("result." + result.outcome().id()),
                                Shown.safe(unit.id()))
                        + labels.of("comma")
                        + labels.of(result.confirmed() ? "confirmed" : "provisional"))
                .orElseGet(() -> labels.of("overall.none"));
    }
}
