// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.snmp;

import java.util.List;

/**
 * What the prober may ask an agent beyond the discovery of its v3 engine.
 *
 * @param declaredCommunities communities that the operator declared; with them v1 and v2c are asked too
 * @param askDefaultCommunities whether {@code public} and {@code private} are tried as well
 */
public record SnmpOptions(List<String> declaredCommunities, boolean askDefaultCommunities) {
    public SnmpOptions {
        declaredCommunities = List.copyOf(declaredCommunities);
    }

    public static SnmpOptions none() {
        return new SnmpOptions(List.of(), false);
    }

    /** How many communities, never which. */
    @Override
    public String toString() {
        return "SnmpOptions of " + declaredCommunities.size() + " communities"
                + (askDefaultCommunities ? " and the default ones" : "");
    }
}
