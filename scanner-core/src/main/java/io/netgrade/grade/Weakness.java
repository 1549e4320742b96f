// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Profile;
import java.util.List;

/**
 * What one check found at one endpoint of one unit, which at least one profile's bar does not let pass.
 *
 * @param under what each profile makes of it, in the profiles' order
 */
public record Weakness(String unit, Endpoint endpoint, String check, List<Under> under) {
    public Weakness {
        under = List.copyOf(under);
    }

    /**
     * One control of one profile that rests on the check there.
     *
     * @param finding the failure from the lowest level that asks it; where none fails, what stays open, else the pass at
     *     the highest level
     */
    public record Under(Profile profile, Finding finding) {
        public Result result() {
            return finding.verdict().result();
        }
    }

    /** Under how many profiles it fails. */
    public long failing() {
        return under.stream()
                .filter(one -> one.result() == Result.FAIL)
                .map(one -> one.profile().id())
                .distinct()
                .count();
    }
}
