// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What an operator wants assessed.
 *
 * @param file as the user named it
 * @param beside the profiles that judge the same evidence beside the plan's own, in order
 * @param vantage where the run looks from; what is not declared is taken as untrusted
 * @param consent what may be asked beyond questions that need no leave
 * @param signed waivers and attestations
 * @param probing how targets are probed
 * @param recog a folder of fingerprints in Recog's XML, resolved against the plan's
 * @param state the folder for the history, resolved against the plan's; empty for the user's own
 */
public record Plan(
        String file,
        String operator,
        Profile profile,
        List<Profile> beside,
        String vantage,
        boolean vantageDeclared,
        Optional<String> state,
        Scope scope,
        PlanConsent consent,
        Signed signed,
        PlanProbing probing,
        Optional<String> recog,
        List<PlanUnit> units) {
    public Plan {
        beside = List.copyOf(beside);
        units = List.copyOf(units);
    }
}
