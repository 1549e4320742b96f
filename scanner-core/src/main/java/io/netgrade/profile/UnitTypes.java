// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Mistakes;
import io.netgrade.yaml.Text;
import io.netgrade.yaml.YamlMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unit types that ship with netgrade ({@code unit-types.yml}), by id in the order of the file. */
public final class UnitTypes {
    private UnitTypes() {}

    public static Map<String, UnitType> shipped() {
        return Shipped.FILE.types();
    }

    /** One of them by its id. */
    public static Optional<UnitType> named(String id) {
        return Optional.ofNullable(shipped().get(id));
    }

    /** The protocols by which units of every type are run, in the order of the file. */
    static List<String> administration() {
        return Shipped.FILE.administration();
    }

    /** What the file holds. */
    record Read(Map<String, UnitType> types, List<String> administration) {}

    /** Read once, when it is first asked for. */
    private static final class Shipped {
        private static final Read FILE = read();
    }

    private static Read read() {
        Mistakes mistakes = new Mistakes();
        Read read = ShippedFile.read("unit-types.yml", mistakes)
                .map(UnitTypes::read)
                .orElse(new Read(Map.of(), List.of()));
        if (!mistakes.none()) {
            throw new IllegalStateException("netgrade's own unit types are at fault: " + mistakes.all());
        }
        return read;
    }

    static Read read(YamlMap file) {
        file.allow("schema", "administration", "unit-types");
        file.schema("netgrade.unit-types/1");
        Map<String, UnitType> types = new LinkedHashMap<>();
        for (YamlMap entry : file.maps("unit-types")) {
            type(entry)
                    .filter(type -> types.put(type.id(), type) != null)
                    .ifPresent(type -> entry.complain("id", "unit type " + type.id() + " is there twice"));
        }
        return new Read(Collections.unmodifiableMap(types), List.copyOf(file.texts("administration")));
    }

    private static Optional<UnitType> type(YamlMap entry) {
        entry.allow("id", "title", "standard", "verified", "exposes");
        Text title = entry.bilingual("title");
        String standard = entry.text("standard").orElse("");
        boolean verified = entry.flag("verified", false);
        List<String> exposes = entry.texts("exposes");
        return entry.needed("id").map(id -> new UnitType(id, title, standard, verified, exposes));
    }
}
