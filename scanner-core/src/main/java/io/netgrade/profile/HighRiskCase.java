// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;

/**
 * A case that an MLPS evaluator must call a high risk, by the guide to judging high risks.
 *
 * @param id the case's number there, such as {@code 6.4.1.2}
 * @param from the id of the lowest level at which it is one
 * @param controls ids of those whose failure makes it
 * @param mitigations with which it may be judged lower
 * @param except where no mitigation is taken
 * @param major the id of the major hidden risk that it may be
 */
public record HighRiskCase(
        String id,
        Text finding,
        String from,
        List<String> controls,
        List<Mitigation> mitigations,
        Optional<Text> except,
        Optional<String> major) {
    public HighRiskCase {
        controls = List.copyOf(controls);
        mitigations = List.copyOf(mitigations);
    }

    /**
     * @param kind a kind of compensating control
     * @param title of the kind
     * @param when under which condition it is taken
     */
    public record Mitigation(String kind, Text title, Optional<Text> when) {}
}
