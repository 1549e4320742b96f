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
import java.util.Optional;

/** The unit types that ship with netgrade ({@code unit-types.yml}), by id in the order of the file. */
public final class UnitTypes {
    private UnitTypes() {}

    public static Map<String, UnitType> shipped() {
        Mistakes mistakes = new Mistakes();
        Map<String, UnitType> types = new LinkedHashMap<>();
        YamlFile.read("unit-types.yml", bytes(), mistakes).ifPresent(file -> {
            file.allow("schema", "unit-types");
            file.schema("netgrade.unit-types/1");
            for (YamlMap entry : file.maps("unit-types")) {
                read(entry).ifPresent(type -> {
                    if (types.put(type.id(), type) != null) {
                        entry.complain("id", "unit type " + type.id() + " is there twice");
                    }
                });
            }
        });
        if (!mistakes.none()) {
            throw new IllegalStateException("netgrade's own unit types are at fault: " + mistakes.all());
        }
        return Collections.unmodifiableMap(types);
    }

    private static Optional<UnitType> read(YamlMap entry) {
        entry.allow("id", "title", "standard", "verified");
        Text title = entry.bilingual("title");
        String standard = entry.text("standard").orElse("");
        boolean verified = entry.flag("verified", false);
        return entry.needed("id").map(id -> new UnitType(id, title, standard, verified));
    }

    private static byte[] bytes() {
        try (InputStream in = ProfileSource.resource("unit-types.yml")) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException("this build ships no unit types", missing);
        }
    }
}
