// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.yaml.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Levels and controls of a profile for tests of what stands beside them. */
final class Rungs {
    private Rungs() {}

    /** Of these ids, the lowest first. */
    static List<Level> levels(String... ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(rank -> new Level(ids[rank], rank, new Text(ids[rank], ids[rank])))
                .toList();
    }

    /** Manual ones, asked from the lowest level. */
    static List<Control> controls(String... ids) {
        return List.of(ids).stream().map(Rungs::control).toList();
    }

    private static Control control(String id) {
        Text text = new Text(id, id);
        return new Control(
                id,
                "chapter",
                text,
                List.of(),
                Automation.NONE,
                text,
                text,
                Applies.EVERYWHERE,
                List.of(),
                Optional.of(levels("1").get(0)),
                List.of());
    }
}
