// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;
import java.util.stream.Stream;

/** What people answer for in a judgement: failures that are waived, and controls that were inspected. */
public record Signed(List<Waiver> waivers, List<Attestation> attestations) {
    public static final Signed NOTHING = new Signed(List.of(), List.of());

    public Signed {
        waivers = List.copyOf(waivers);
        attestations = List.copyOf(attestations);
    }

    /** Both together, the other's last. */
    public Signed with(Signed other) {
        return new Signed(
                Stream.concat(waivers.stream(), other.waivers.stream()).toList(),
                Stream.concat(attestations.stream(), other.attestations.stream())
                        .toList());
    }
}
