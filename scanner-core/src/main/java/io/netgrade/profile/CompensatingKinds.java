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
        Map<String, Text> kinds = new LinkedHashMap<>();
        ShippedFile.read("compensating-controls.yml", mistakes).ifPresent(file -> {
            file.allow("schema", "kinds");
            file.schema("netgrade.compensating-controls/1");
            for (YamlMap entry : file.maps("kinds")) {
                entry.allow("id", "title", "cases");
                Text title = entry.bilingual("title");
                entry.needed("id").ifPresent(id -> kinds.put(id, title));
            }
        });
        if (!mistakes.none()) {
            throw new IllegalStateException("netgrade's own compensating controls are at fault: " + mistakes.all());
        }
        return Collections.unmodifiableMap(kinds);
    }
}
