// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.probe;

import io.netgrade.fact.Fact;
import io.netgrade.fact.Sighting;
import java.util.HashSet;
import java.util.Set;

/** What was already written down of the services of one endpoint: each fact once, and each service recognised once. */
final class ServiceNotes {
    private final Notes notes;
    private final Set<Sighting> recognised = new HashSet<>();
    private final Set<Told> told = new HashSet<>();

    ServiceNotes(Notes notes) {
        this.notes = notes;
    }

    void recognised(Sighting service, String question) {
        if (recognised.add(service)) {
            notes.recognised(service, question);
        }
    }

    void saw(Sighting service, Fact fact, String question, String excerpt) {
        if (told.add(new Told(service, fact))) {
            notes.saw(service, fact, question, excerpt);
        }
    }

    Notes all() {
        return notes;
    }

    private record Told(Sighting service, Fact fact) {}
}
