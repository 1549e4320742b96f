// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Level;
import java.util.Optional;

/**
 * One finding that a profile says otherwise than another.
 *
 * @param now what it says now, and from which level on; empty where the profile does not ask it, or it does not apply
 * @param then the same under the other profile
 */
public record FindingMove(
        String id, String control, Optional<Endpoint> endpoint, Optional<Said> now, Optional<Said> then) {
    /** @param waived whether a waiver stands for it */
    public record Said(Result result, Level level, boolean waived) {
        static Optional<Said> of(Finding finding) {
            Result result = finding.verdict().result();
            return result == Result.NOT_APPLICABLE
                    ? Optional.empty()
                    : Optional.of(new Said(result, finding.level(), finding.waived()));
        }

        /** A pass says the same from whichever level on. */
        boolean sameAs(Said other) {
            return result == other.result
                    && waived == other.waived
                    && (result == Result.PASS || level.id().equals(other.level.id()));
        }
    }

    boolean moves() {
        return now.isPresent() != then.isPresent()
                || (now.isPresent() && !now.get().sameAs(then.orElseThrow()));
    }
}
