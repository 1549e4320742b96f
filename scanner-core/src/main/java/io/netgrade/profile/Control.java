// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;

/**
 * One control of a profile: the good state it asks for, where it comes from, and the checks that measure it.
 *
 * @param id never used again for something else, such as {@code MGT-07}
 * @param title the good state, as a sentence
 * @param clauses where it derives from, such as {@code GB/T 22239-2019 8.1.4.8 a)}
 * @param asks lowest level first; empty where {@code automation} is NONE
 * @param manualLevel for a manual control, and only for one, the level from which it is asked
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
        List<Ask> asks,
        Optional<Level> manualLevel,
        List<String> references) {
    public Control {
        clauses = List.copyOf(clauses);
        asks = List.copyOf(asks);
        references = List.copyOf(references);
        if (asks.isEmpty() != manualLevel.isPresent()) {
            throw new IllegalArgumentException(id + " must have asks or, if manual, a level, and not both");
        }
    }

    /** The same with other asks, or, if manual, from another level on. */
    Control asking(List<Ask> others, Optional<Level> from) {
        return new Control(
                id, chapter, title, clauses, automation, rationale, remedy, applies, others, from, references);
    }

    /** Whether no network observation decides it: it stays open until a person attests it. */
    public boolean manual() {
        return manualLevel.isPresent();
    }

    /** The ids of all checks that its asks use, in the order of the profile; empty for a manual control. */
    public List<String> checks() {
        return asks.stream()
                .flatMap(ask -> ask.demands().stream())
                .flatMap(demand -> demand.checks().stream())
                .distinct()
                .toList();
    }

    /** The first level at which it is asked. */
    public Level from() {
        return manualLevel.orElseGet(() -> asks.get(0).level());
    }
}
