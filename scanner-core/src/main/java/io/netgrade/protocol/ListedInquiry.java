// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Fact;
import io.netgrade.fact.ObservationSink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The inquiry of a protocol whose exchanges do not depend on what the answers of others say. */
final class ListedInquiry implements Inquiry {
    private final Iterator<Exchange> left;
    private final boolean asksForSoftware;
    private final Predicate<Fact> together;
    private final List<Fact> seen = new ArrayList<>();
    private final boolean attempts;
    private boolean settled = true;
    private boolean over;

    ListedInquiry(List<Exchange> exchanges) {
        this(exchanges, true, fact -> false, false);
    }

    /**
     * @param together which facts are all there is once every exchange was answered or cut off by the other side
     * @param attempts whether they are attempts at one thing, the next made only where the other side declined the one before
     */
    ListedInquiry(List<Exchange> exchanges, boolean asksForSoftware, Predicate<Fact> together, boolean attempts) {
        this.left = List.copyOf(exchanges).iterator();
        this.asksForSoftware = asksForSoftware;
        this.together = together;
        this.attempts = attempts;
    }

    @Override
    public boolean asksForSoftware() {
        return asksForSoftware;
    }

    @Override
    public Optional<Exchange> next() {
        return left.hasNext() && !over ? Optional.of(left.next()) : Optional.empty();
    }

    /** What comes next is known from the beginning; that the other side hangs up on a question is an answer to it. */
    @Override
    public void ended(Exchange ended, Attempt.Status status, List<Fact> stated) {
        boolean cutOff = status == Attempt.Status.CLOSED_EARLY || status == Attempt.Status.RESET;
        settled &= status == Attempt.Status.ANSWERED || cutOff;
        over = attempts && !cutOff && status != Attempt.Status.NOT_THIS_PROTOCOL;
        stated.stream().filter(together).forEach(seen::add);
    }

    @Override
    public void conclude(ObservationSink sink) {
        if (settled && !left.hasNext()) {
            seen.stream()
                    .distinct()
                    .map(fact -> new Fact(fact.type(), true, fact.value()))
                    .forEach(sink::saw);
        }
    }
}
