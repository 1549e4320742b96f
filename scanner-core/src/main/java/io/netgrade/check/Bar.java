// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import java.util.List;

/** What a control asks of a check: all clauses must hold. Never empty. */
public record Bar(List<Clause> clauses) {
    public Bar {
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("a bar without a clause would let everything pass");
        }
    }

    /** Whether the moment of observation decides in some clause. */
    public boolean comparesMoments() {
        for (Clause clause : clauses) {
            if (clause.comparator().comparesMoments()) {
                return true;
            }
        }
        return false;
    }
}
