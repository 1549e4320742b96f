// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.CommonFacts;
import io.netgrade.profile.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lets waivers stand for failures. An expired one waives nothing and is a finding of its own. */
final class Waiving {
    /** Of a waiver whose last day is this near, its owner is told. */
    static final int SOON_DAYS = 30;

    /** The check that says so in a finding. */
    static final String EXPIRED = "waiver.expired";

    private final List<Waiver> waivers;
    private final LocalDate day;
    private final Set<String> used = new HashSet<>();

    /** @param day on which waivers must hold */
    Waiving(List<Waiver> waivers, LocalDate day) {
        this.waivers = waivers;
        this.day = day;
    }

    /**
     * The same findings of one unit, waived where a waiver says so, and behind them those of expired waivers: of several
     * that were for one failure, of the last to expire.
     */
    List<Finding> of(UnitScope unit, SeenEndpoints seen, List<Finding> findings) {
        if (waivers.isEmpty()) {
            return findings;
        }
        List<Finding> waived = new ArrayList<>(findings.size());
        List<Finding> expired = new ArrayList<>();
        for (Finding finding : findings) {
            waived.add(
                    finding.verdict().result() == Result.FAIL && !finding.advisory()
                            ? of(unit, seen, finding, expired)
                            : finding);
        }
        waived.addAll(expired);
        return waived;
    }

    private Finding of(UnitScope unit, SeenEndpoints seen, Finding failed, List<Finding> expired) {
        Finding told = failed;
        Optional<Waiver> lastExpired = Optional.empty();
        for (Waiver waiver : waivers) {
            if (!fits(waiver, unit, seen, failed)) {
                continue;
            }
            if (waiver.holdsOn(day)) {
                used.add(waiver.id());
                told = told.waived() ? told : failed.waivedBy(waiver.id());
            } else if (day.isAfter(waiver.expires())) {
                used.add(waiver.id());
                lastExpired = lastExpired
                        .filter(other -> !other.expires().isBefore(waiver.expires()))
                        .or(() -> Optional.of(waiver));
            }
        }
        lastExpired.ifPresent(waiver -> expired.add(expired(failed, waiver)));
        return told;
    }

    private static Finding expired(Finding failed, Waiver waiver) {
        return new Finding(
                failed.unit(),
                failed.control(),
                Optional.empty(),
                Optional.of(EXPIRED),
                failed.level(),
                failed.endpoint(),
                Verdict.fail(
                        "waiver " + waiver.id() + " of " + waiver.owner() + " expired on " + waiver.expires()
                                + ", and what it was for still fails",
                        failed.verdict().because()),
                Optional.empty());
    }

    private static boolean fits(Waiver waiver, UnitScope unit, SeenEndpoints seen, Finding failed) {
        return waiver.control().equals(failed.control().id())
                && (waiver.unit().isEmpty() || waiver.unit().equals(unit.id()))
                && waiver.endpoint()
                        .map(where -> failed.endpoint()
                                .filter(endpoint -> where.range().contains(endpoint.address())
                                        && (where.port().isEmpty()
                                                || where.port().getAsInt() == endpoint.port())
                                        && where.transport()
                                                .map(endpoint.transport()::equals)
                                                .orElse(true))
                                .isPresent())
                        .orElse(true)
                && (waiver.product().isEmpty()
                        || failed.endpoint()
                                .filter(endpoint -> runs(seen, endpoint, waiver.product()))
                                .isPresent());
    }

    private static boolean runs(SeenEndpoints seen, Endpoint endpoint, String product) {
        String wanted = product.toLowerCase(Locale.ROOT);
        return seen.all().stream()
                .filter(one -> one.endpoint().equals(endpoint))
                .flatMap(one -> one.seen().all().stream())
                .filter(one -> one.fact().is(CommonFacts.SOFTWARE))
                .flatMap(one -> one.fact().text("product").stream())
                .anyMatch(named -> named.toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** What owners should know, once all units were looked at. */
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (Waiver waiver : waivers) {
            if (day.isBefore(waiver.from())) {
                notices.add(Notice.notYet(waiver));
            } else if (!used.contains(waiver.id())) {
                notices.add(Notice.unused(waiver));
            } else if (waiver.holdsOn(day) && waiver.expires().isBefore(day.plusDays(SOON_DAYS + 1L))) {
                notices.add(Notice.expiresSoon(waiver));
            }
        }
        return notices;
    }
}
