// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import java.util.Locale;

/** How a unit stands to the level asked of it. */
public enum Outcome {
    /** Ceiling below the level asked. */
    BELOW,
    /** Floor at or above it. */
    MEETS,
    /** No level was asked. */
    NOT_ASKED,
    /** The interval holds it. */
    UNDECIDED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
