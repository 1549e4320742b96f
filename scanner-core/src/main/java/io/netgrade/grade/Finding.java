// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.DeclaredCheck;
import io.netgrade.check.Verdict;
import io.netgrade.check.Verdict.Result;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Confidence;
import io.netgrade.profile.Ask;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import java.util.Comparator;
import java.util.Optional;

/**
 * What one ask of one control found at one endpoint of one unit.
 *
 * @param ask empty for a manual control
 * @param check the id of the check that decided; empty for a manual control
 * @param level the level from which this is asked
 * @param waiver the id of the waiver that stands for it; empty for none
 * @param endpoint empty where the finding is about the unit as a whole (not applicable, manual)
 */
public record Finding(
        String unit,
        Control control,
        Optional<Ask> ask,
        Optional<String> check,
        Level level,
        Optional<Endpoint> endpoint,
        Verdict verdict,
        Optional<String> waiver) {

    /**
     * Stable across runs, and versions of the tool and of the profile: made of unit, control and endpoint, and, where the
     * control's bar tightens from level to level, of which of its asks it is.
     */
    public String id() {
        return FindingId.of(unit, control, level, endpoint, aboutASignature() ? check.orElse("") : "");
    }

    /** How bad it is that it fails; how sure that is says {@link #confidence}. */
    public Severity severity() {
        return ask.map(Ask::severity).orElse(Severity.INFO);
    }

    /**
     * How sure it is: of a failure as sure as the surest observation that shows it, else as the least sure that it rests on;
     * empty where it rests on none.
     */
    public Optional<Confidence> confidence() {
        Comparator<Confidence> least =
                verdict.result() == Result.FAIL ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return verdict.because().stream()
                .map(seen -> seen.service().confidence())
                .min(least);
    }

    /** Whether a waiver stands for it. */
    public boolean waived() {
        return waiver.isPresent();
    }

    /** Whether it only advises. */
    public boolean advisory() {
        return ask.isPresent() && ask.get().advisory();
    }

    /** Whether it says something of a waiver or an attestation, and not of the unit. */
    private boolean aboutASignature() {
        return ask.isEmpty() && check.isPresent();
    }

    Finding waivedBy(String id) {
        return new Finding(unit, control, ask, check, level, endpoint, verdict, Optional.of(id));
    }

    Finding decided(Verdict answer) {
        return new Finding(unit, control, ask, check, level, endpoint, answer, waiver);
    }

    /** Whether it can stop a level: advisory asks and open manual controls never do; one attested as not met does. */
    public boolean counts() {
        if (ask.isEmpty()) {
            return !aboutASignature() && verdict.result() == Result.FAIL;
        }
        return !ask.get().advisory();
    }

    /** Whether a PASS shows anything of how a service is protected: that it is on the plan's list shows nothing. */
    boolean showsStrength() {
        return !check.filter(DeclaredCheck.ID::equals).isPresent();
    }

    /** Whether it counts and says so. */
    public boolean is(Result result) {
        return counts() && verdict.result() == result;
    }

    /** Whether no network observation decides it, or none without a list that the plan lacks, so that it waits for a person. */
    public boolean manual() {
        return ask.isEmpty() && !aboutASignature() && verdict.result() == Result.UNKNOWN;
    }
}
