// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import java.util.List;

/**
 * How far a run is in its {@link Course}. A later run that begins here asks what this one did not, and again only what was
 * under way.
 *
 * @param next the place of the order that comes next
 * @param open the places before it that were begun and are not done, in their order; never more than the few hundred that
 *     are under way at a time
 */
public record Standing(long next, List<Long> open) {
    public Standing {
        open = List.copyOf(open);
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) < (i == 0 ? 0 : open.get(i - 1) + 1) || open.get(i) >= next) {
                throw new IllegalArgumentException(
                        "open places are in their order, each once, and come before " + next + ": " + open);
            }
        }
    }
}
