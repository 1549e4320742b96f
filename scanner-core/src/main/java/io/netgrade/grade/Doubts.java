// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Verdict.Result;
import io.netgrade.fact.CaptureCoverage;
import io.netgrade.fact.Collected;
import io.netgrade.fact.Evidence.Source;
import io.netgrade.fact.Observation;
import io.netgrade.profile.Control;
import io.netgrade.profile.Vantage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why a unit's level is provisional: one line for each reason, none where it is confirmed. */
final class Doubts {
    private final Collected collected;
    private final UnitScope unit;
    private final SeenEndpoints seen;
    private final List<Finding> findings;
    private final List<String> doubts = new ArrayList<>();

    Doubts(Collected collected, UnitScope unit, SeenEndpoints seen, List<Finding> findings) {
        this.collected = collected;
        this.unit = unit;
        this.seen = seen;
        this.findings = findings;
    }

    List<String> all() {
        if (seen.none()) {
            doubts.add("nothing of this unit was seen");
        }
        if (!collected.run().vantageDeclared() && unit.vantage().equals(Vantage.UNTRUSTED)) {
            doubts.add("no vantage was declared; the look is taken as one from untrusted, the strict reading");
        }
        discovery();
        captures();
        controls();
        collected.problems().forEach(problem -> doubts.add(problem.input() + " could not be examined"));
        return doubts.stream().distinct().toList();
    }

    private void discovery() {
        TriedCount tried = TriedCount.of(collected.attempts(), unit.tries());
        if (tried.endpoints() == 0 && !seen.none()) {
            doubts.add("nothing was probed: a capture shows what was used, not all that is there");
        }
        long silent = tried.endpoints() - tried.answered();
        if (silent > 0) {
            doubts.add("discovery is incomplete: " + silent + " of " + tried.endpoints()
                    + " endpoints tried gave no answer");
        }
    }

    private void captures() {
        if (!seen.by(Source.CAPTURE)) {
            return;
        }
        Map<String, Boolean> own = ownByCapture();
        for (CaptureCoverage capture : collected.captures()) {
            String file = capture.file();
            if (!own.getOrDefault(file, true)) {
                continue;
            }
            if (capture.truncated() || !capture.problem().isEmpty()) {
                doubts.add(file + " was not read to its end");
            }
            if (capture.snapped() > 0) {
                doubts.add(file + " holds " + (capture.snapped() == 1 ? "a frame" : capture.snapped() + " frames")
                        + " cut by the snapshot length");
            }
            if (capture.dropped() > 0) {
                doubts.add(file + " lacks " + capture.dropped() + " frames that the capturing machine lost");
            }
            if (!capture.unsupportedLinkType().isEmpty()) {
                doubts.add(file + " holds frames of a link type that is not read");
            }
            if (!capture.limits().isEmpty()) {
                doubts.add(file + " met a limit: "
                        + String.join(
                                ", ",
                                capture.limits().keySet().stream().sorted().toList()));
            }
        }
    }

    /** The captures of which something was seen, and whether something of it is this unit's. */
    private Map<String, Boolean> ownByCapture() {
        Map<String, Boolean> own = new HashMap<>();
        for (Observation one : collected.observations()) {
            String place = one.evidence().place();
            if (!own.getOrDefault(place, false)) {
                own.put(place, unit.owns().test(one));
            }
        }
        return own;
    }

    /** Whether it is the type of a unit that makes it apply. */
    private boolean asksForType(Control control) {
        return !control.applies().unitTypes().isEmpty()
                || (control.applies().unexpected() && unit.expected().isEmpty());
    }

    private void controls() {
        long manual = 0;
        long untyped = 0;
        for (Finding finding : findings) {
            manual += finding.manual() ? 1 : 0;
            boolean ofSomeTypes = finding.verdict().result() == Result.NOT_APPLICABLE && asksForType(finding.control());
            untyped += ofSomeTypes ? 1 : 0;
        }
        if (manual > 0) {
            doubts.add(manual + (manual == 1 ? " control is" : " controls are") + " for a person to attest");
        }
        if (unit.type().isEmpty() && untyped > 0) {
            doubts.add("the unit's type was not said, so "
                    + (untyped == 1 ? "1 control of certain types was" : untyped + " controls of certain types were")
                    + " not asked");
        }
    }
}
