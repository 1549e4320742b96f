// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.report;

import io.netgrade.profile.Attestation;

/** What a person answered for a control, in the words of one language: who, when, what was looked at, and until when it holds. */
final class AttestationWords {
    private final Labels labels;

    AttestationWords(Labels labels) {
        this.labels = labels;
    }

    String of(Attestation attestation) {
        return labels.of(
                attestation.met() ? "attested.met" : "attested.not-met",
                Shown.safe(attestation.by()),
                attestation.on(),
                attestation.validUntil(),
                Shown.safe(attestation.inspected()));
    }
}
