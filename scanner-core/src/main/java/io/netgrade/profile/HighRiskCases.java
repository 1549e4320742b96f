// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The high-risk cases of a profile that ships with netgrade ({@code high-risk.yml} beside it).
 *
 * @param cases in the order of the guide
 * @param conditions all of which must hold for a major hidden risk; a person judges them
 * @param majorRisks titles of the major hidden risks, by id
 */
public record HighRiskCases(List<HighRiskCase> cases, List<Text> conditions, Map<String, Text> majorRisks) {
    static final String FILE = "high-risk.yml";

    private static final HighRiskCases NONE = new HighRiskCases(List.of(), List.of(), Map.of());

    public HighRiskCases {
        cases = List.copyOf(cases);
        conditions = List.copyOf(conditions);
        majorRisks = Map.copyOf(majorRisks);
    }

    /** None where the profile has no such file. */
    public static HighRiskCases of(Profile profile) {
        String name = profile.id() + "/" + FILE;
        if (!ProfileSource.shippedIds().contains(profile.id()) || !ProfileSource.ships(name)) {
            return NONE;
        }
        Mistakes mistakes = new Mistakes();
        Optional<HighRiskCases> read = ShippedFile.read(name, mistakes).map(HighRiskCases::read);
        if (!mistakes.none()) {
            throw new IllegalStateException("netgrade's own high-risk cases are at fault: " + mistakes.all());
        }
        return read.orElse(NONE);
    }

    private static HighRiskCases read(YamlMap file) {
        file.schema("netgrade.high-risk/1");
        Map<String, Text> kinds = CompensatingKinds.shipped();
        List<HighRiskCase> cases =
                file.maps("cases").stream().map(one -> highRisk(one, kinds)).toList();
        List<Text> conditions = new ArrayList<>();
        Map<String, Text> risks = new LinkedHashMap<>();
        file.map("major-hidden-risks").ifPresent(major -> {
            major.maps("conditions").forEach(one -> conditions.add(one.bilingual("meaning")));
            major.maps("risks").forEach(one -> risks.put(one.needed("id").orElse(""), one.bilingual("title")));
        });
        return new HighRiskCases(cases, conditions, risks);
    }

    private static HighRiskCase highRisk(YamlMap one, Map<String, Text> kinds) {
        List<HighRiskCase.Mitigation> mitigations = new ArrayList<>();
        for (YamlMap mitigation : one.maps("mitigations")) {
            mitigation.choice("kind", kinds.keySet()).ifPresent(kind -> {
                Text title = kinds.getOrDefault(kind, new Text(kind, kind));
                mitigations.add(new HighRiskCase.Mitigation(kind, title, optional(mitigation, "when")));
            });
        }
        return new HighRiskCase(
                one.needed("id").orElse(""),
                one.bilingual("finding"),
                one.needed("from").orElse(""),
                one.texts("controls"),
                mitigations,
                optional(one, "except"),
                one.text("major"));
    }

    private static Optional<Text> optional(YamlMap map, String key) {
        return map.has(key) ? Optional.of(map.bilingual(key)) : Optional.empty();
    }
}
