// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;
import java.util.Optional;

/**
 * One control of a profile: the good state it asks for, where it comes from, and the check that measures it.
 *
 * @param id never used again for something else, such as {@code MGT-07}
 * @param title the good state, as a sentence
 * @param clauses where it derives from, such as {@code GB/T 22239-2019 8.1.4.8 a)}
 * @param check the id of the check; empty where {@code automation} is NONE
 * @param asks lowest level first; for a manual control one, without a bar that anything measures
 * @param manualLevel for a manual control the level from which it is asked
 */
public record Control(
        String id,
        String chapter,
        Text title,
        List<String> clauses,
        Automation automation,
        Text rationale,
        Text remedy,
        Applies applies,
        Optional<String> check,
        List<Ask> asks,
        Optional<Level> manualLevel,
        List<String> references) {
    public Control {
        clauses = List.copyOf(clauses);
        asks = List.copyOf(asks);
        references = List.copyOf(references);
    }

    /** The first level at which it is asked. */
    public Level from() {
        return manualLevel.orElseGet(() -> asks.get(0).level());
    }
}
