// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.endpoint.AddressRange;
import io.netgrade.endpoint.PortChoice;
import io.netgrade.endpoint.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network unit as a plan states it.
 *
 * @param type the id of a unit type; empty where it was not said
 * @param requirement the level asked of it
 * @param requiredUnder the levels asked of it by profiles that judge beside the plan's own, by their ids
 * @param addresses what in captures and evidence is this unit's; with the targets' addresses
 * @param targets what is probed
 * @param ports which ports of the targets; empty for the usual ones of all protocols
 * @param captures files, folders and globs, resolved against the plan's folder
 * @param evidence files of earlier runs, resolved likewise
 * @param exposes the protocols that it is declared to expose; empty for those of its type
 * @param stated what is stated of it beside: the services that it is declared to run
 */
public record PlanUnit(
        String id,
        String title,
        String type,
        Requirement requirement,
        Map<String, Level> requiredUnder,
        String vantage,
        List<AddressRange> addresses,
        List<Target> targets,
        Optional<PortChoice> ports,
        List<String> captures,
        List<String> evidence,
        List<String> exposes,
        Statements stated) {
    public PlanUnit {
        requiredUnder = Map.copyOf(requiredUnder);
        addresses = List.copyOf(addresses);
        targets = List.copyOf(targets);
        captures = List.copyOf(captures);
        evidence = List.copyOf(evidence);
        exposes = List.copyOf(exposes);
    }

    /** The level asked of it. */
    public Optional<Level> required() {
        return requirement.level();
    }

    /** Whether it owns every server in its captures and evidence, as it names no address of its own. */
    public boolean ownsAllItHolds() {
        return addresses.isEmpty() && targets.isEmpty();
    }
}
