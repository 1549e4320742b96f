// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlFile;
import io.netgrade.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of compensating control that ship with netgrade ({@code compensating-controls.yml}), by id. */
public final class CompensatingKinds {
    private CompensatingKinds() {}

    public static Map<String, Text> shipped() {
        Mistakes mistakes = new Mistakes();
        Map<String, Text> kinds = new LinkedHashMap<>();
        YamlFile.read("compensating-controls.yml", bytes(), mistakes).ifPresent(file -> {
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

    private static byte[] bytes() {
        try (InputStream in = ProfileSource.resource("compensating-controls.yml")) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException("this build ships no compensating controls", missing);
        }
    }
}
