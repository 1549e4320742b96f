// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the high-risk cases of a profile: {@code high-risk.yml} in its folder. Its format stands in profiles/README.md. */
final class HighRiskReader {
    static final String FILE = "high-risk.yml";

    private final Map<String, Text> kinds = CompensatingKinds.shipped();
    private final List<String> levels;
    private final List<String> controls;

    HighRiskReader(List<Level> levels, List<Control> controls) {
        this.levels = levels.stream().map(Level::id).toList();
        this.controls = controls.stream().map(Control::id).toList();
    }

    HighRiskCases read(YamlMap file) {
        file.allow("schema", "source", "unverified", "cases", "major-hidden-risks");
        file.schema("netgrade.high-risk/1");
        file.needed("source");
        ProfileReader.unverified(file);
        List<Text> conditions = new ArrayList<>();
        Map<String, Text> risks = new LinkedHashMap<>();
        file.map("major-hidden-risks").ifPresent(major -> {
            major.allow("conditions", "risks");
            major.maps("conditions").forEach(one -> conditions.add(condition(one)));
            major.maps("risks").forEach(one -> {
                Text title = risk(one);
                one.needed("id")
                        .filter(id -> risks.put(id, title) != null)
                        .ifPresent(id -> one.complain("id", "major hidden risk " + id + " is there twice"));
            });
        });
        file.requireSome("cases");
        Set<String> ids = new HashSet<>();
        List<HighRiskCase> cases = new ArrayList<>();
        for (YamlMap entry : file.maps("cases")) {
            HighRiskCase one = highRisk(entry, risks.keySet());
            cases.add(one);
            if (entry.has("id") && !ids.add(one.id())) {
                entry.complain("id", "case " + one.id() + " is there twice");
            }
        }
        return new HighRiskCases(cases, conditions, risks);
    }

    private static Text condition(YamlMap one) {
        one.allow("id", "meaning");
        one.needed("id");
        return one.bilingual("meaning");
    }

    private Text risk(YamlMap one) {
        one.allow("id", "title", "controls");
        one.choices("controls", controls);
        return one.bilingual("title");
    }

    private HighRiskCase highRisk(YamlMap one, Collection<String> risks) {
        one.allow("id", "finding", "from", "controls", "mitigations", "except", "major");
        one.require("from");
        one.requireSome("controls");
        return new HighRiskCase(
                one.needed("id").orElse(""),
                one.bilingual("finding"),
                one.choice("from", levels).orElse(""),
                one.choices("controls", controls),
                one.maps("mitigations").stream()
                        .flatMap(mitigation -> mitigation(mitigation).stream())
                        .toList(),
                optional(one, "except"),
                one.choice("major", risks));
    }

    private Optional<HighRiskCase.Mitigation> mitigation(YamlMap one) {
        one.allow("kind", "when");
        one.require("kind");
        Optional<Text> when = optional(one, "when");
        return one.choice("kind", kinds.keySet())
                .map(kind -> new HighRiskCase.Mitigation(kind, kinds.getOrDefault(kind, new Text(kind, kind)), when));
    }

    private static Optional<Text> optional(YamlMap map, String key) {
        return map.has(key) ? Optional.of(map.bilingual(key)) : Optional.empty();
    }
}
