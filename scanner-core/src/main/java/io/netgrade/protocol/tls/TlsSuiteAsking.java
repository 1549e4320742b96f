// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds every suite of one version: offers all, leaves out what was taken, until the server refuses; then offers what it
 * took in reverse, to see whose order decides.
 */
final class TlsSuiteAsking implements TlsAsking {
    private final TlsQuestion question;
    private final UnaryOperator<TlsQuestion> arranged;
    private final Deque<List<Integer>> parts = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private List<Integer> left;
    private Optional<Boolean> serverOrder = Optional.empty();
    private boolean clean = true;
    private boolean ordering;
    private boolean over;

    /**
     * @param mostAtOnce how many suites to offer in one hello; fewer for a server that chokes on a long one
     * @param arranged makes a question show more beside the suite
     */
    TlsSuiteAsking(TlsQuestion question, int mostAtOnce, UnaryOperator<TlsQuestion> arranged) {
        this.question = question;
        this.arranged = arranged;
        List<Integer> all = question.suites();
        for (int from = 0; from < all.size(); from += mostAtOnce) {
            parts.add(all.subList(from, Math.min(all.size(), from + mostAtOnce)));
        }
        this.left = new ArrayList<>(parts.remove());
    }

    @Override
    public Optional<TlsQuestion> next() {
        while (left.isEmpty() && !parts.isEmpty()) {
            left = new ArrayList<>(parts.remove());
        }
        if (over || !left.isEmpty()) {
            return over ? Optional.empty() : Optional.of(arranged.apply(question.offering(left)));
        }
        ordering = true;
        return taken.size() < 2
                ? Optional.empty()
                : Optional.of(question.offering(reversed()).about("tls.order-" + TlsVersion.shortName(version())));
    }

    @Override
    public void heard(TlsAnswer answer) {
        if (ordering) {
            over = true;
            serverOrder = answer.accepted() ? Optional.of(answer.suite() == taken.get(0)) : Optional.empty();
        } else if (answer.accepted()) {
            take(answer.suite());
        } else {
            left = List.of();
            clean &= answer.refused();
            over = !answer.refused();
        }
    }

    int version() {
        return question.version();
    }

    /** Whether the server took the version at all. */
    boolean accepted() {
        return !taken.isEmpty();
    }

    /** Whether it is known whether the server takes the version. */
    boolean isTried() {
        return accepted() || over || (left.isEmpty() && parts.isEmpty());
    }

    /** Whether every question was answered or cleanly refused, so that what was not taken is not accepted. */
    boolean clean() {
        return clean && left.isEmpty() && parts.isEmpty();
    }

    /** The suites taken, in the order of taking. */
    List<Integer> taken() {
        return Collections.unmodifiableList(taken);
    }

    /** The question that the server is known to accept. */
    TlsQuestion accepting() {
        return question.offering(taken);
    }

    TlsSuitesTaken result() {
        return new TlsSuitesTaken(version(), taken.stream().map(TlsSuite::of).toList(), serverOrder);
    }

    /** A server that takes what it was not offered would be asked for ever: it is left there. */
    private void take(int suite) {
        if (left.remove((Integer) suite)) {
            taken.add(suite);
        } else {
            clean = false;
            over = true;
        }
    }

    private List<Integer> reversed() {
        List<Integer> reversed = new ArrayList<>(taken);
        Collections.reverse(reversed);
        return reversed;
    }
}
