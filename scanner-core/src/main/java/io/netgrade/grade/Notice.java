// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.grade.Comparison.Difference;
import io.netgrade.profile.Attestation;
import io.netgrade.profile.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What whoever signed a waiver or an attestation, or declared a service, should know; moves no level.
 *
 * @param of the id of the waiver or attestation; of a declared service that of the unit
 * @param text one line, in English
 * @param names what it names, in the order in which the words of its kind do
 */
public record Notice(Kind kind, String of, String text, List<String> names) {
    public Notice {
        names = List.copyOf(names);
    }

    public enum Kind {
        ATTESTATION_EXPIRED,
        ATTESTATION_EXPIRES_SOON,
        ATTESTATION_UNUSED,
        DECLARED_NOT_SEEN,
        WAIVER_EXPIRES_SOON,
        WAIVER_NOT_YET,
        WAIVER_UNUSED;

        /** Kebab-case, as reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Notice expired(Attestation one) {
        return of(
                Kind.ATTESTATION_EXPIRED,
                one,
                "was valid until " + one.validUntil() + "; the control is open again",
                one.validUntil());
    }

    static Notice expiresSoon(Attestation one) {
        return of(Kind.ATTESTATION_EXPIRES_SOON, one, "is valid until " + one.validUntil(), one.validUntil());
    }

    static Notice unused(Attestation one) {
        return new Notice(
                Kind.ATTESTATION_UNUSED,
                one.id(),
                "attestation " + one.id() + " (" + one.control() + ") answers nothing that is open",
                List.of(one.id(), one.control()));
    }

    private static Notice of(Kind kind, Attestation one, String says, LocalDate day) {
        return new Notice(
                kind,
                one.id(),
                "attestation " + one.id() + " (" + one.control() + ") " + says,
                List.of(one.id(), one.control(), day.toString()));
    }

    static Notice notYet(Waiver one) {
        return new Notice(
                Kind.WAIVER_NOT_YET,
                one.id(),
                "waiver " + one.id() + " holds from " + one.from() + " only",
                List.of(one.id(), one.from().toString()));
    }

    static Notice unused(Waiver one) {
        return new Notice(
                Kind.WAIVER_UNUSED,
                one.id(),
                "waiver " + one.id() + " (" + one.control() + ") waives nothing: nothing it is for fails",
                List.of(one.id(), one.control()));
    }

    static Notice expiresSoon(Waiver one) {
        return new Notice(
                Kind.WAIVER_EXPIRES_SOON,
                one.id(),
                "waiver " + one.id() + " of " + one.owner() + " expires on " + one.expires(),
                List.of(one.id(), one.owner(), one.expires().toString()));
    }

    /** @param absent what is on the plan's list and neither eye saw */
    static Notice notSeen(Difference absent) {
        return new Notice(
                Kind.DECLARED_NOT_SEEN,
                absent.unit(),
                "unit " + absent.unit() + ": declared and not seen: " + absent.said(),
                List.of(absent.unit(), absent.said()));
    }

    /** Whether it says the same under every profile. */
    boolean isOfTheRun() {
        return kind == Kind.DECLARED_NOT_SEEN;
    }
}
