// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.profile;

import io.netgrade.fact.Attempt;
import io.netgrade.fact.Attempt.Status;
import io.netgrade.fact.Observation;
import io.netgrade.fact.Observations;
import io.netgrade.fact.Sighting;
import java.util.EnumSet;
import java.util.Set;

/** Which protocols are spoken at an endpoint, and which are shown not to be. */
final class Spoken {
    /** A service that ended so was there and reacted to what it was asked. */
    private static final Set<Status> REACTED =
            EnumSet.of(Status.ANSWERED, Status.CLOSED_EARLY, Status.NOT_THIS_PROTOCOL, Status.RESET);

    private Spoken() {}

    /** The first word of a check's, a fact's or a question's id. */
    static String protocolOf(String id) {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    /** What every protocol may state ({@code service}) is spoken of everywhere. */
    static boolean at(String protocol, Observations seen) {
        if (protocol.equals("service")) {
            return true;
        }
        for (Observation one : seen.all()) {
            Sighting service = one.service();
            if (service.protocol().equals(protocol) || service.layers().contains(protocol)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the service was asked for that protocol, and reacted otherwise. */
    static boolean shownNot(String protocol, Observations seen) {
        return !at(protocol, seen)
                && seen.attempts().stream()
                        .anyMatch(attempt ->
                                protocolOf(attempt.question()).equals(protocol) && REACTED.contains(attempt.status()));
    }

    /** Whether that protocol was asked there and answered. */
    static boolean answered(String protocol, Observations seen) {
        for (Attempt attempt : seen.attempts()) {
            if (attempt.status() == Status.ANSWERED
                    && protocolOf(attempt.question()).equals(protocol)) {
                return true;
            }
        }
        return false;
    }
}
