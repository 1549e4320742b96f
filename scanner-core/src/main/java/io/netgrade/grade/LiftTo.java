// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.profile.Level;
import java.util.List;

/**
 * The smallest set of things to mend that brings a unit to a level, and what must be decided besides: with the first alone
 * its ceiling reaches the level, with both its floor does.
 *
 * @param next whether it is the level above the one that is held
 * @param asked whether it is the level that is asked of the unit
 * @param fixes the one that removes most findings first
 * @param decisions the one that decides most findings first
 */
public record LiftTo(Level level, boolean next, boolean asked, List<LiftFix> fixes, List<LiftDecision> decisions) {
    public LiftTo {
        fixes = List.copyOf(fixes);
        decisions = List.copyOf(decisions);
    }

    /** Whether it takes the very same steps. */
    public boolean sameSteps(LiftTo other) {
        return fixes.equals(other.fixes) && decisions.equals(other.decisions);
    }
}
