// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the levels that a plan asks of a unit under the profiles beside its own: {@code required-under}, an id to a level.
 *
 * @param others whether the command names other profiles than the plan, so that the plan's may be absent
 */
record RequiredUnder(List<Profile> beside, boolean others) {
    Map<String, Level> read(YamlMap said) {
        if (!others) {
            said.allowAll(beside.stream().map(Profile::id).toList());
        }
        Map<String, Level> asked = new LinkedHashMap<>();
        for (Profile profile : beside) {
            Optional<String> level = said.has(profile.id())
                    ? said.choice(
                            profile.id(),
                            profile.levels().stream().map(Level::id).toList())
                    : Optional.empty();
            level.flatMap(profile::level).ifPresent(found -> asked.put(profile.id(), found));
        }
        return asked;
    }
}
