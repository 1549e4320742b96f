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
 * took in reverse, to see whose order decides. What is learned {@linkplain TlsSuitesBeside beside} spares it the questions
 * of which the answer is known by then, but for the last refusal and the reverse; where that turns out not to go together,
 * it begins again and goes by its own answers alone.
 */
final class TlsSuiteAsking implements TlsAsking {
    private final TlsQuestion question;
    private final UnaryOperator<TlsQuestion> arranged;
    private final Deque<List<Integer>> parts = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final TlsSuiteOrder order;
    private final List<List<Integer>> refusedBeside = new ArrayList<>();
    private List<Integer> left;
    private List<Integer> underWay = List.of();
    private Optional<Boolean> serverOrder = Optional.empty();
    private final TlsSuitesBeside beside = new TlsSuitesBeside(this);
    private boolean helped;
    private boolean alone;
    private boolean clean = true;
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
        this.order = new TlsSuiteOrder(all);
        this.alone = parts.size() > 1;
        this.left = new ArrayList<>(parts.remove());
    }

    @Override
    public Optional<TlsQuestion> next() {
        while (left.isEmpty() && !parts.isEmpty()) {
            left = new ArrayList<>(parts.remove());
        }
        if (over || !left.isEmpty()) {
            return over ? Optional.empty() : Optional.of(offering(left));
        }
        return taken.size() < 2
                ? Optional.empty()
                : Optional.of(question.offering(reversed()).about("tls.order-" + TlsVersion.shortName(version())));
    }

    @Override
    public void asked(TlsQuestion wanted) {
        underWay = wanted.suites();
    }

    @Override
    public void heard(TlsAnswer answer) {
        underWay = List.of();
        List<Integer> offered = answer.question().suites();
        if (left.isEmpty() && offered.equals(reversed())) {
            over = true;
            serverOrder = answer.accepted() ? Optional.of(answer.suite() == taken.get(0)) : Optional.empty();
        } else if (alone) {
            heardAlone(offered, answer);
        } else if (answer.accepted() ? !offered.contains(answer.suite()) : !answer.refused()) {
            leave(answer.accepted());
        } else {
            learn(offered, answer);
            left = answer.refused() && !alone ? List.of() : left;
        }
    }

    /** A line of questions beside this one. */
    TlsAsking beside() {
        return beside.one();
    }

    /** Told what came of a question that was asked beside this line. */
    void heardBeside(TlsAnswer answer) {
        List<Integer> offered = answer.question().suites();
        boolean strange = answer.accepted() && !offered.contains(answer.suite());
        if (alone || over || strange || (!answer.accepted() && !answer.refused())) {
            return;
        }
        helped = true;
        if (answer.refused()) {
            refusedBeside.add(offered);
        }
        learn(offered, answer);
    }

    private void learn(List<Integer> offered, TlsAnswer answer) {
        if (answer.accepted()) {
            order.took(offered, answer.suite());
        } else {
            order.refused(offered);
        }
        if (order.contradicts()) {
            alone = true;
            if (helped) {
                taken.clear();
                left = new ArrayList<>(question.suites());
            }
            return;
        }
        for (int next = order.taken(left); next >= 0; next = order.taken(left)) {
            left.remove((Integer) next);
            taken.add(next);
        }
        if (refusedBeside.contains(left)) {
            left = List.of();
        }
    }

    /** An answer to what was asked before this line began again is past. */
    private void heardAlone(List<Integer> offered, TlsAnswer answer) {
        if (!offered.equals(left)) {
            return;
        }
        if (answer.accepted() && left.remove((Integer) answer.suite())) {
            taken.add(answer.suite());
        } else if (answer.refused()) {
            left = List.of();
        } else {
            leave(answer.accepted());
        }
    }

    /** A server that takes what it was not offered would be asked for ever: it is left there. */
    private void leave(boolean accepted) {
        clean = false;
        over = true;
        left = accepted ? left : List.of();
    }

    /** What is known of the server's choices; empty where this line goes by its own answers alone, or has ended. */
    Optional<TlsSuiteOrder> known() {
        return alone || over || left.isEmpty() ? Optional.empty() : Optional.of(order);
    }

    /** Whether this line is asking just that. */
    boolean isUnderWay(List<Integer> offer) {
        return underWay.equals(offer);
    }

    /** Whether just that was asked beside, and refused. */
    boolean isRefused(List<Integer> offer) {
        return refusedBeside.contains(offer);
    }

    /** The suites of which it is not known that they come next, nor that they do not. */
    List<Integer> left() {
        return Collections.unmodifiableList(left);
    }

    TlsQuestion offering(List<Integer> suites) {
        return arranged.apply(question.offering(suites));
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

    private List<Integer> reversed() {
        List<Integer> reversed = new ArrayList<>(taken);
        Collections.reverse(reversed);
        return reversed;
    }
}
