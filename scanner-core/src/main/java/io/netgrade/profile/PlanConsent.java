// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.DomainName;
import io.netgrade.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a plan lets netgrade ask beyond questions that need no leave: nothing that it does not say.
 *
 * @param communities of SNMP v1 and v2c that are declared to be in use
 * @param defaultCommunities whether {@code public} and {@code private} are tried as well
 * @param anonymousLogIns whether services are asked to let in who gives no name
 * @param zones of DNS of which servers are asked for a transfer
 */
public record PlanConsent(
        List<String> communities, boolean defaultCommunities, boolean anonymousLogIns, List<DomainName> zones) {
    public static final PlanConsent NONE = new PlanConsent(List.of(), false, false, List.of());

    public PlanConsent {
        communities = List.copyOf(communities);
        zones = List.copyOf(zones);
    }

    static PlanConsent read(YamlMap map, UnaryOperator<String> place) {
        map.allow("snmp-communities", "default-communities", "anonymous-log-ins", "zone-transfers");
        return new PlanConsent(
                map.text("snmp-communities", name -> CommunityFile.read(Path.of(place.apply(name))))
                        .orElse(List.of()),
                map.flag("default-communities", false),
                map.flag("anonymous-log-ins", false),
                map.each("zone-transfers", DomainName::of));
    }

    /** How many communities, never which. */
    @Override
    public String toString() {
        return "PlanConsent[" + communities.size() + " communities, default ones " + defaultCommunities
                + ", anonymous log-ins " + anonymousLogIns + ", transfers of zones " + zones + "]";
    }
}
