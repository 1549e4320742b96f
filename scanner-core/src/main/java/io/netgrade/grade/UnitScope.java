// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observation;
import io.netgrade.profile.Level;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A network unit (通信网络单元) as judging sees it: which observations are its own, and the level asked of it.
 *
 * @param type a unit type's id, such as {@code dns-recursive}; empty where it was not said
 * @param vantage {@code untrusted}, {@code internal} or {@code management}
 * @param owns whether an observation is of this unit
 * @param tries whether an attempt on the endpoint was made for this unit
 */
public record UnitScope(
        String id,
        String title,
        String type,
        String vantage,
        Optional<Level> required,
        Predicate<Observation> owns,
        Predicate<Endpoint> tries) {}
