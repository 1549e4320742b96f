// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.profile.ClauseItem;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the findings of one unit say of the items of its level. An item is met where a person attested its point and nothing
 * observed leaves a doubt: an observation alone never shows one to be met. Waivers count for nothing here.
 */
final class FormMarks {
    private final FormItems items;
    private final Set<ClauseItem> applicable = new HashSet<>();
    private final Set<ClauseItem> met = new HashSet<>();
    private final List<Set<ClauseItem>> broken = new ArrayList<>();

    /** @param findings of the unit, by the profile of the items */
    FormMarks(FormItems items, List<Finding> findings, Level level) {
        this.items = items;
        Set<Control> failed = new LinkedHashSet<>();
        Set<Control> open = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.level().compareTo(level) <= 0) {
                Set<ClauseItem> own = items.points().get(finding.control());
                if (own != null) {
                    point(finding, own, failed);
                } else if (finding.is(Result.FAIL)) {
                    failed.add(finding.control());
                } else if (finding.is(Result.UNKNOWN) || finding.manual()) {
                    open.add(finding.control());
                }
            }
        }
        for (Control control : failed) {
            Set<ClauseItem> concerned = concerned(control);
            met.removeAll(concerned);
            if (!concerned.isEmpty()) {
                broken.add(concerned);
            }
        }
        open.forEach(control -> met.removeAll(concerned(control)));
        broken.sort(Comparator.comparing(Set::size));
    }

    private void point(Finding finding, Set<ClauseItem> own, Set<Control> failed) {
        switch (finding.verdict().result()) {
            case PASS -> met.addAll(own);
            case FAIL -> failed.add(finding.control());
            case UNKNOWN, NOT_APPLICABLE -> {}
        }
        if (finding.verdict().result() != Result.NOT_APPLICABLE) {
            applicable.addAll(own);
        }
    }

    private Set<ClauseItem> concerned(Control control) {
        Set<ClauseItem> concerned = items.concerned(control);
        concerned.retainAll(applicable);
        return concerned;
    }

    int all() {
        return applicable.size();
    }

    int all(FormItems.Half half) {
        return count(applicable, half);
    }

    int met() {
        return met.size();
    }

    int met(FormItems.Half half) {
        return count(met, half);
    }

    /** How many items at least are not met, or met only in part. */
    int broken() {
        return apart(broken);
    }

    int broken(FormItems.Half half) {
        return apart(
                broken.stream().filter(some -> count(some, half) == some.size()).toList());
    }

    private int count(Set<ClauseItem> some, FormItems.Half half) {
        return (int) some.stream()
                .filter(item -> items.half(item).equals(Optional.of(half)))
                .count();
    }

    /** Of sets in each of which something is broken, so many that share nothing: no fewer items are broken. */
    private static int apart(List<Set<ClauseItem>> sets) {
        Set<ClauseItem> taken = new HashSet<>();
        int apart = 0;
        for (Set<ClauseItem> some : sets) {
            if (some.stream().noneMatch(taken::contains)) {
                taken.addAll(some);
                apart++;
            }
        }
        return apart;
    }
}
