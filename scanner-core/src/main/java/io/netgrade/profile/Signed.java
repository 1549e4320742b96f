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

    /** What is said of the controls of one profile. */
    public Signed under(Profile profile) {
        return new Signed(
                waivers.stream()
                        .filter(waiver -> profile.control(waiver.control()).isPresent())
                        .toList(),
                attestations.stream()
                        .filter(said -> profile.control(said.control()).isPresent())
                        .toList());
    }

    /** Both together, the other's last. */
    public Signed with(Signed other) {
        return new Signed(
                Stream.concat(waivers.stream(), other.waivers.stream()).toList(),
                Stream.concat(attestations.stream(), other.attestations.stream())
                        .toList());
    }
}
