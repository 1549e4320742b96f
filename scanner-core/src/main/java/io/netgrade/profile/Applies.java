// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import java.util.Set;

/**
 * Where a control applies; an empty set does not restrict.
 *
 * @param protocols ids: the endpoint must speak one of them, or be carried by one (a TLS control applies to HTTPS)
 * @param unitTypes the unit must be of one of these types
 * @param vantages the run must have looked from one of these
 * @param inClear whether it applies only to a service that nothing encrypted carries
 */
public record Applies(Set<String> protocols, Set<String> unitTypes, Set<String> vantages, boolean inClear) {
    /** No restriction at all. */
    public static final Applies EVERYWHERE = new Applies(Set.of(), Set.of(), Set.of(), false);

    public Applies {
        protocols = Set.copyOf(protocols);
        unitTypes = Set.copyOf(unitTypes);
        vantages = Set.copyOf(vantages);
    }
}
