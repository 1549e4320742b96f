// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.evidence;

import io.netgrade.json.JsonFault;

/** What one line of an evidence file says, to be taken in the order of the lines. */
@FunctionalInterface
interface Line {
    /** Adds it to what was gathered before it. */
    void into(Gathered gathered) throws JsonFault;

    /** A line of a kind, which may not stand everywhere. */
    static Line of(String kind, Line content) {
        return gathered -> {
            gathered.admit(kind);
            content.into(gathered);
        };
    }
}
