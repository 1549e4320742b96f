// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds every suite of one version: offers all, leaves out what was taken, until the server refuses; then offers what it
 * took in reverse, to see whose order decides. What is learned {@linkplain TlsSuitesBeside beside} spares it the questions
 * of which the answer is known by then, but for the last refusal and the reverse; where that turns out not to go together,
 * it begins again and goes by its own answers alone.
 */
final class TlsSuiteAsking implements TlsAsking {
    private final TlsQuestion question;
    private final UnaryOperator<TlsQuestion> arranged;
    private final Deque<BitSet> parts = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private final TlsSuiteOrder order;
    private final List<BitSet> refusedBeside = new ArrayList<>();
    private BitSet left;
    private BitSet underWay = new BitSet();
    private Optional<Boolean> serverOrder = Optional.empty();
    private @Nullable TlsSuitesBeside beside;
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
            BitSet part = new BitSet();
            part.set(from, Math.min(all.size(), from + mostAtOnce));
            parts.add(part);
        }
        this.order = new TlsSuiteOrder(all);
        this.alone = parts.size() > 1;
        this.left = parts.remove();
    }

    @Override
    public Optional<TlsQuestion> next() {
        while (left.isEmpty() && !parts.isEmpty()) {
            left = parts.remove();
        }
        if (over || !left.isEmpty()) {
            boolean waits = over || (beside != null && !alone && beside.isAhead());
            return waits ? Optional.empty() : Optional.of(offering(left));
        }
        return taken.size() < 2
                ? Optional.empty()
                : Optional.of(question.offering(reversed()).about("tls.order-" + TlsVersion.shortName(version())));
    }

    @Override
    public boolean isOver() {
        return over || (isListed() && taken.size() < 2);
    }

    @Override
    public void asked(TlsQuestion wanted) {
        underWay = order.places(wanted.suites());
        besideChanged();
    }

    @Override
    public void heard(TlsAnswer answer) {
        underWay = new BitSet();
        BitSet offered = order.places(answer.question().suites());
        if (left.isEmpty() && answer.question().suites().equals(reversed())) {
            over = true;
            serverOrder = answer.accepted() ? Optional.of(answer.suite() == taken.get(0)) : Optional.empty();
        } else if (alone) {
            heardAlone(offered, answer);
        } else if (answer.accepted() ? isStrange(answer) : !answer.refused()) {
            leave(answer.accepted());
        } else {
            learn(offered, answer);
            left = answer.refused() && !alone ? new BitSet() : left;
        }
        besideChanged();
    }

    /** A line of questions beside this one. */
    TlsAsking beside() {
        if (beside == null) {
            beside = new TlsSuitesBeside(this, order, question.suites());
        }
        return beside.one();
    }

    private void besideChanged() {
        if (beside != null) {
            beside.changed();
        }
    }

    /** Told what came of a question that was asked beside this line. */
    void heardBeside(TlsAnswer answer, BitSet offered) {
        boolean strange = answer.accepted() && isStrange(answer);
        if (alone || over || strange || (!answer.accepted() && !answer.refused())) {
            return;
        }
        helped = true;
        if (answer.refused()) {
            refusedBeside.add(offered);
        }
        learn(offered, answer);
    }

    private static boolean isStrange(TlsAnswer answer) {
        return !answer.question().suites().contains(answer.suite());
    }

    private void learn(BitSet offered, TlsAnswer answer) {
        if (answer.accepted()) {
            order.took(offered, order.place(answer.suite()));
        } else {
            order.refused(offered);
        }
        if (order.contradicts()) {
            alone = true;
            if (helped) {
                taken.clear();
                left.set(0, question.suites().size());
            }
            return;
        }
        for (int next = order.taken(left); next >= 0; next = order.taken(left)) {
            left.clear(next);
            taken.add(order.suite(next));
        }
        if (refusedBeside.contains(left)) {
            left = new BitSet();
        }
    }

    /** An answer to what was asked before this line began again is past. */
    private void heardAlone(BitSet offered, TlsAnswer answer) {
        if (!offered.equals(left)) {
            return;
        }
        if (answer.accepted() && !isStrange(answer)) {
            left.clear(order.place(answer.suite()));
            taken.add(answer.suite());
        } else if (answer.refused()) {
            left = new BitSet();
        } else {
            leave(answer.accepted());
        }
    }

    /** A server that takes what it was not offered would be asked for ever: it is left there. */
    private void leave(boolean accepted) {
        clean = false;
        over = true;
        left = accepted ? left : new BitSet();
    }

    /** Whether answers beside this line are of use to it: not where it goes by its own alone, or has ended. */
    boolean goesOn() {
        return !alone && !over && !left.isEmpty();
    }

    /** Whether this line is asking just that. */
    boolean isUnderWay(BitSet offer) {
        return underWay.equals(offer);
    }

    /** Whether just that was asked beside, and refused. */
    boolean isRefused(BitSet offer) {
        return refusedBeside.contains(offer);
    }

    /** A copy of those of which it is not known that they come next, nor that they do not. */
    BitSet left() {
        return (BitSet) left.clone();
    }

    TlsQuestion offering(BitSet offer) {
        return arranged.apply(question.offering(order.suites(offer)));
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
        return accepted() || isListed();
    }

    /** Whether nothing more is to be learned of what the server takes. */
    boolean isListed() {
        return over || (left.isEmpty() && parts.isEmpty());
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
