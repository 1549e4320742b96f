// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Spelling;
import io.netgrade.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a profile changes of the one that it extends: controls switched off, or asked otherwise, each with a reason. */
final class ProfileChanges {
    private final ControlReader reader;
    private final Map<String, Control> controls = new LinkedHashMap<>();

    /** @param base controls of the profile that is extended */
    ProfileChanges(List<Control> base, ControlReader reader) {
        this.reader = reader;
        base.forEach(control -> controls.put(control.id(), control));
    }

    /** The base's controls in their order, as the {@code changes} of this head leave them. */
    List<Control> of(YamlMap head) {
        List<String> changed = new ArrayList<>();
        for (YamlMap entry : head.maps("changes")) {
            entry.allow("control", "off", "reason", "check", "asks", "from");
            entry.needed("reason");
            Optional<Control> control = entry.needed("control").flatMap(id -> known(entry, id));
            control.ifPresent(known -> {
                if (changed.contains(known.id())) {
                    entry.complain("control", "control " + known.id() + " is changed twice");
                }
                changed.add(known.id());
                change(entry, known);
            });
        }
        return List.copyOf(controls.values());
    }

    private Optional<Control> known(YamlMap entry, String id) {
        Optional<Control> control = Optional.ofNullable(controls.get(id));
        if (control.isEmpty()) {
            entry.complain("control", "control " + Spelling.notOneOf(id, controls.keySet()));
        }
        return control;
    }

    private void change(YamlMap entry, Control control) {
        if (entry.flag("off", false)) {
            for (String key : List.of("asks", "check", "from")) {
                if (entry.has(key)) {
                    entry.complain(key, key + " has no place where the control is off");
                }
            }
            controls.remove(control.id());
            return;
        }
        if (control.manual()) {
            reader.manualLevel(entry)
                    .ifPresent(from -> controls.put(control.id(), control.asking(List.of(), Optional.of(from))));
            return;
        }
        List<Ask> asks = reader.asks(entry);
        if (!asks.isEmpty()) {
            controls.put(control.id(), control.asking(asks, Optional.empty()));
        }
    }
}
