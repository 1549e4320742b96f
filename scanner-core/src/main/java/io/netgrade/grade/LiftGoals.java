// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Clause;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Demand;
import io.netgrade.profile.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a control must be brought to for a level: of bars that tighten from ask to ask the tightest up to it. */
final class LiftGoals {
    private LiftGoals() {}

    static LiftFix.Goal of(Control control, Level level) {
        record Same(String check, Map<String, List<String>> where, Optional<String> field, Object comparator) {}
        Map<Same, LiftFix.Measured> bars = new LinkedHashMap<>();
        Level from = control.from();
        for (Ask ask : control.asks()) {
            if (!ask.advisory() && ask.level().compareTo(level) <= 0) {
                from = ask.level();
                for (Demand demand : ask.demands()) {
                    for (Demand.OfCheck part : demand.parts()) {
                        for (Clause clause : part.bar().clauses()) {
                            bars.put(
                                    new Same(part.check(), clause.where(), clause.field(), clause.comparator()),
                                    new LiftFix.Measured(part.check(), clause));
                        }
                    }
                }
            }
        }
        return new LiftFix.Goal(control, from, new ArrayList<>(bars.values()));
    }
}
