// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.DomainName;
import java.util.List;

/**
 * What an operator lets netgrade ask beyond questions that need no leave: nothing, unless a plan or an option says so.
 * Nobody is ever logged in with a name and a password.
 *
 * @param communities of SNMP v1 and v2c that are declared to be in use; with them those versions are asked too
 * @param defaultCommunities whether {@code public} and {@code private} are tried as well
 * @param anonymousLogIns whether services are asked to let in who gives no name: FTP, LDAP, MQTT, X11, the null
 *     session of SMB
 * @param zones of DNS of which servers are asked for a transfer
 */
public record Consent(
        List<String> communities, boolean defaultCommunities, boolean anonymousLogIns, List<DomainName> zones) {
    public static final Consent NONE = new Consent(List.of(), false, false);

    public Consent {
        communities = List.copyOf(communities);
        zones = List.copyOf(zones);
    }

    /** To no transfer of zones. */
    public Consent(List<String> communities, boolean defaultCommunities, boolean anonymousLogIns) {
        this(communities, defaultCommunities, anonymousLogIns, List.of());
    }

    /** Communities that are declared, and nothing else. */
    public static Consent toCommunities(List<String> declared) {
        return new Consent(declared, false, false);
    }

    /** How many communities, never which. */
    @Override
    public String toString() {
        return "Consent to " + communities.size() + " communities"
                + (defaultCommunities ? ", the default ones" : "")
                + (anonymousLogIns ? ", anonymous log-ins" : "")
                + (zones.isEmpty() ? "" : ", transfers of " + zones);
    }
}
