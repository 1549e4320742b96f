// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.cli;

import io.netgrade.profile.Level;
import io.netgrade.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The levels that options ask, by the profile's id: {@code --level L} asks the first profile's, {@code ID=L} any's. */
record AskedLevels(Map<String, Level> byProfile) {
    /** @param profiles that judge, the run's own first */
    static AskedLevels of(List<String> said, List<Profile> profiles, List<String> mistakes) {
        Map<String, Level> asked = new HashMap<>();
        for (String text : said) {
            int equals = text.lastIndexOf('=');
            String id = equals < 0 ? profiles.get(0).id() : text.substring(0, equals);
            Optional<Profile> profile =
                    profiles.stream().filter(known -> known.id().equals(id)).findFirst();
            if (profile.isEmpty()) {
                mistakes.add("--level: \"" + id + "\" is not one of the profiles that judge: "
                        + profiles.stream().map(Profile::id).collect(Collectors.joining(", ")));
            } else {
                level("--level", text.substring(equals + 1), profile.get(), mistakes)
                        .filter(level -> asked.put(id, level) != null)
                        .ifPresent(twice -> mistakes.add("--level: said twice of profile " + id));
            }
        }
        return new AskedLevels(Map.copyOf(asked));
    }

    static Optional<Level> level(String option, String id, Profile profile, List<String> mistakes) {
        Optional<Level> level = profile.level(id);
        if (level.isEmpty()) {
            mistakes.add(option + ": \"" + id + "\" is not one of the levels of " + profile.id() + ": "
                    + profile.levels().stream().map(Level::id).collect(Collectors.joining(", ")));
        }
        return level;
    }

    Optional<Level> under(Profile profile) {
        return Optional.ofNullable(byProfile.get(profile.id()));
    }
}
