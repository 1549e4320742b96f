// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds every group of one version: offers all, leaves out what was taken, until the server refuses. */
final class TlsGroupAsking implements TlsAsking {
    private final TlsQuestion question;
    private final Optional<Integer> kept;
    private final List<Integer> left;
    private final List<Integer> taken = new ArrayList<>();
    private boolean clean = true;
    private boolean ordering;
    private boolean over;

    /**
     * @param question one that the server accepts, with suites that need a group only
     * @param kept a group that stays offered to the end, as the certificate needs it
     * @param seen groups that are known to be taken
     */
    TlsGroupAsking(TlsQuestion question, Optional<Integer> kept, Collection<Integer> seen) {
        this.question = question;
        this.kept = kept;
        this.left = new ArrayList<>(question.groups());
        if (kept.isPresent()) {
            left.remove(kept.get());
        } else {
            left.removeAll(seen);
            taken.addAll(seen);
        }
    }

    @Override
    public Optional<TlsQuestion> next() {
        if (over || (!ordering && left.isEmpty() && (kept.isEmpty() || taken.contains(kept.get())))) {
            return Optional.empty();
        }
        List<Integer> offered = new ArrayList<>(ordering ? List.of() : left);
        kept.ifPresent(offered::add);
        if (ordering) {
            offered.addAll(taken.subList(0, 1));
        }
        return Optional.of(question.inGroups(offered));
    }

    @Override
    public void heard(TlsAnswer answer) {
        Optional<Integer> group = answer.group();
        if (ordering) {
            over = true;
            clean = group.isPresent();
        } else if (group.isPresent() && left.remove(group.get())) {
            taken.add(group.get());
        } else if (group.isPresent() && group.equals(kept)) {
            heardKept(group.get());
        } else {
            over = true;
            clean = answer.refused() && !taken.isEmpty();
        }
    }

    /** Whether the list is whole. It is not where even the first question failed, as some group must have served before. */
    boolean clean() {
        return clean && (over || next().isEmpty());
    }

    List<Integer> taken() {
        return Collections.unmodifiableList(taken);
    }

    /**
     * The server chose the kept group, offered last. Whose order decides is tried with one that it took before, and
     * either answer makes the list whole: by our order it refused the others; by its own it likes the kept group better,
     * and as no client can leave that out, the others never come to pass. With none to try, nothing is known of them.
     */
    private void heardKept(int group) {
        ordering = !taken.isEmpty() && !left.isEmpty();
        over = taken.isEmpty();
        clean = taken.isEmpty() ? left.isEmpty() : clean;
        taken.add(group);
    }
}
