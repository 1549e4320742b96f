// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one run of the prober came to.
 *
 * @param endpoints of the course, each counted once
 * @param firstContacts how the first contact with each endpoint ended: for TCP, {@code ANSWERED} is open,
 *     {@code REFUSED} closed, {@code FILTERED} without an answer
 * @param unasked UDP endpoints on whose port no protocol usually lives: nothing was sent, nothing is known of them
 * @param unreached endpoints that a stop left unvisited
 * @param done how many places of the course are done, those before its beginning among them: a later run that goes on
 *     from there asks what this one did not, and nothing is left out between
 * @param attempts every attempt, by its ending
 * @param interrupted whether the run was stopped from outside before its end; all that was seen until then was handed out
 * @param stopped why the run ended before its end, {@code interrupted} among the reasons; empty where it did not
 * @param unknownHosts one line for each host that is unknown as a whole: it turned us away, or answers on every port
 */
public record ProbeReport(
        long endpoints,
        Map<Attempt.Status, Long> firstContacts,
        long unasked,
        long unreached,
        long done,
        Map<Attempt.Status, Long> attempts,
        boolean interrupted,
        String stopped,
        List<String> unknownHosts,
        Duration took) {
    public ProbeReport {
        firstContacts = Map.copyOf(firstContacts);
        attempts = Map.copyOf(attempts);
        unknownHosts = List.copyOf(unknownHosts);
    }
}
