// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.check;

import io.netgrade.fact.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a check concludes, why, and the observations it rests on.
 *
 * @param unknown set where, and only where, the result is UNKNOWN
 * @param detail one line for a reader, in English: what was measured against what
 * @param because the deciding observations, the first twenty of them
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

    private static final List<Result> WORST_FIRST =
            List.of(Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NOT_APPLICABLE);

    /** More observations than this make nothing clearer. */
    private static final int MOST_OBSERVATIONS = 20;

    public Verdict {
        because = List.copyOf(because.subList(0, Math.min(because.size(), MOST_OBSERVATIONS)));
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

    /**
     * All of them together: one FAIL fails, else one UNKNOWN leaves it open (with the first one's reason), else it is a
     * PASS, and not applicable only where none applies.
     *
     * @param verdicts never empty
     */
    public static Verdict worstOf(List<Verdict> verdicts) {
        Result worst = verdicts.stream()
                .map(Verdict::result)
                .min(Comparator.comparing(WORST_FIRST::indexOf))
                .orElseThrow(() -> new IllegalArgumentException("no verdict at all is not a PASS"));
        List<Verdict> deciding =
                verdicts.stream().filter(verdict -> verdict.result() == worst).toList();
        return new Verdict(
                worst,
                deciding.get(0).unknown(),
                deciding.stream().map(Verdict::detail).distinct().collect(Collectors.joining("; ")),
                deciding.stream()
                        .flatMap(verdict -> verdict.because().stream())
                        .distinct()
                        .toList());
    }

    /** The same said of another endpoint, where it rests on other observations. */
    public Verdict restingOn(List<Observation> others) {
        return new Verdict(result, unknown, detail, others);
    }

    /** Someone must have said why: nothing is ever not applicable in silence. */
    public static Verdict notApplicable(String detail) {
        return new Verdict(Result.NOT_APPLICABLE, Optional.empty(), detail, List.of());
    }
}
