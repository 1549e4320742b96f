// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Observations;
import java.time.Instant;
import java.util.Optional;

/** The three-valued logic behind {@link FieldCheck}. */
final class FieldJudgement {
    private FieldJudgement() {}

    static Verdict judge(FieldCheck check, Observations seen, Bar bar, Optional<Instant> asOf) {
        return Verdict.unknown(UnknownReason.NOT_ASKED, check.id() + " is not measured yet", seen.all());
    }
}
