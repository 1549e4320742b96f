// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.List;
import java.util.Optional;

/**
 * What is stated of a unit beside what was seen of it.
 *
 * @param services those that it is declared to run; empty where nothing was declared of them
 * @param lifecycles how long software is maintained, where a plan says more of it than netgrade's own table
 */
public record Statements(Optional<List<DeclaredService>> services, Optional<Lifecycles> lifecycles) {
    /** Nothing at all. */
    public static final Statements NONE = new Statements(Optional.empty(), Optional.empty());

    public Statements {
        services = services.map(List::copyOf);
    }
}
