// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The inquiry of a protocol whose exchanges do not depend on each other's answers. */
final class ListedInquiry implements Inquiry {
    private final Iterator<Exchange> left;
    private final boolean asksForSoftware;

    ListedInquiry(List<Exchange> exchanges, boolean asksForSoftware) {
        this.left = List.copyOf(exchanges).iterator();
        this.asksForSoftware = asksForSoftware;
    }

    @Override
    public boolean asksForSoftware() {
        return asksForSoftware;
    }

    @Override
    public Optional<Exchange> next() {
        return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }

    @Override
    public void ended(Exchange ended, Attempt.Status status, List<Fact> stated) {
        // What comes next is known from the beginning: nothing to learn from how one ended.
    }
}
