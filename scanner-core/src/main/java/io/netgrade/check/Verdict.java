// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a check concludes, why, and the observations it rests on.
 *
 * @param unknown set where, and only where, the result is UNKNOWN
 * @param detail one line for a reader, in English: what was measured against what
 */
public record Verdict(Result result, Optional<UnknownReason> unknown, String detail, List<Observation> because) {
    /** The rule results of XCCDF 1.2 that a network scanner can reach. */
    public enum Result {
        FAIL,
        NOT_APPLICABLE,
        PASS,
        UNKNOWN;

        /** Kebab-case, as files and reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Verdict {
        because = List.copyOf(because);
        if ((result == Result.UNKNOWN) != unknown.isPresent()) {
            throw new IllegalArgumentException("an UNKNOWN has a reason and nothing else has one");
        }
    }

    public static Verdict pass(String detail, List<Observation> because) {
        return new Verdict(Result.PASS, Optional.empty(), detail, because);
    }

    public static Verdict fail(String detail, List<Observation> because) {
        return new Verdict(Result.FAIL, Optional.empty(), detail, because);
    }

    public static Verdict unknown(UnknownReason reason, String detail, List<Observation> because) {
        return new Verdict(Result.UNKNOWN, Optional.of(reason), detail, because);
    }

    /** Someone must have said why: nothing is ever not applicable in silence. */
    public static Verdict notApplicable(String detail) {
        return new Verdict(Result.NOT_APPLICABLE, Optional.empty(), detail, List.of());
    }
}
