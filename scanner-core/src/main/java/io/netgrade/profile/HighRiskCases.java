// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Map;

/**
 * The high-risk cases of a profile ({@code high-risk.yml} in its folder, or in that of the profile that it extends).
 *
 * @param cases in the order of the guide; none where the profile knows no such cases
 * @param conditions all of which must hold for a major hidden risk; a person judges them
 * @param majorRisks titles of the major hidden risks, by id
 */
public record HighRiskCases(List<HighRiskCase> cases, List<Text> conditions, Map<String, Text> majorRisks) {
    public static final HighRiskCases NONE = new HighRiskCases(List.of(), List.of(), Map.of());

    public HighRiskCases {
        cases = List.copyOf(cases);
        conditions = List.copyOf(conditions);
        majorRisks = Map.copyOf(majorRisks);
    }
}
