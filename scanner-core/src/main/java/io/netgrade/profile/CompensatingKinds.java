// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of compensating control that ship with netgrade ({@code compensating-controls.yml}), by id. */
public final class CompensatingKinds {
    private CompensatingKinds() {}

    public static Map<String, Text> shipped() {
        Mistakes mistakes = new Mistakes();
        Map<String, Text> kinds = ShippedFile.read("compensating-controls.yml", mistakes)
                .map(CompensatingKinds::read)
                .orElse(Map.of());
        if (!mistakes.none()) {
            throw new IllegalStateException("netgrade's own compensating controls are at fault: " + mistakes.all());
        }
        return kinds;
    }

    static Map<String, Text> read(YamlMap file) {
        Map<String, Text> kinds = new LinkedHashMap<>();
        file.allow("schema", "kinds");
        file.schema("netgrade.compensating-controls/1");
        for (YamlMap entry : file.maps("kinds")) {
            entry.allow("id", "title", "cases");
            Text title = entry.bilingual("title");
            entry.needed("id")
                    .filter(id -> kinds.put(id, title) != null)
                    .ifPresent(id -> entry.complain("id", "kind " + id + " is there twice"));
        }
        return Collections.unmodifiableMap(kinds);
    }
}
