// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.scan;

import io.netgrade.probe.Standing;
import java.util.List;
import java.util.function.Consumer;

/** How far each unit of a plan is: asked before its targets are visited, and told meanwhile. */
public interface UnitPlaces {
    /** Every unit from its beginning, and nobody is told. */
    UnitPlaces NONE = new UnitPlaces() {
        @Override
        public Standing begin(String unit) {
            return new Standing(0, List.of());
        }

        @Override
        public boolean over(String unit) {
            return false;
        }

        @Override
        public Consumer<Standing> begun(String unit) {
            return standing -> {};
        }

        @Override
        public void ended(String unit, boolean allVisited) {}

        @Override
        public String goOn() {
            return "";
        }
    };

    /** Where the visits of a unit begin. */
    Standing begin(String unit);

    /** Whether all of a unit was visited before. */
    boolean over(String unit);

    /** The visits of a unit begin; one unit at a time. */
    Consumer<Standing> begun(String unit);

    /** The visits of the unit that was begun have come to an end. */
    void ended(String unit, boolean allVisited);

    /** How another run goes on where this one stops, as the end of a line; empty where none can. */
    String goOn();
}
