// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import java.util.Locale;

/**
 * What whoever signed a waiver or an attestation should know; moves no level.
 *
 * @param of the id of the waiver or attestation
 * @param text one line, in English
 */
public record Notice(Kind kind, String of, String text) {
    public enum Kind {
        ATTESTATION_EXPIRED,
        ATTESTATION_EXPIRES_SOON,
        ATTESTATION_UNUSED,
        WAIVER_EXPIRES_SOON,
        WAIVER_NOT_YET,
        WAIVER_UNUSED;

        /** Kebab-case, as reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
