// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.check.Clause;
import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.profile.Severity;
import io.netgrade.yaml.Text;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One remedy, and where it must be applied.
 *
 * @param goals what the remedy must bring each of its controls to, in the profile's order
 * @param places one for each host, the one where it removes most findings first
 */
public record LiftFix(Text remedy, List<Goal> goals, List<Place> places) {
    public LiftFix {
        goals = List.copyOf(goals);
        places = List.copyOf(places);
    }

    /**
     * The tightest bars of a control up to a level.
     *
     * @param from the level of the tightest
     * @param bars none for a control that a person decides
     */
    public record Goal(Control control, Level from, List<Measured> bars) {
        public Goal {
            bars = List.copyOf(bars);
        }
    }

    /** What one clause asks of one check. */
    public record Measured(String check, Clause clause) {}

    /**
     * The remedy at one host.
     *
     * @param host empty where the finding is about the unit as a whole
     * @param endpoints where it is applied, each once
     * @param removes the failures that it removes: the remedy's own, and where it switches a service off all others there
     * @param settles what is undecided at a service that it switches off
     */
    public record Place(
            Optional<InetAddress> host, List<Endpoint> endpoints, List<Finding> removes, List<Finding> settles) {
        public Place {
            endpoints = List.copyOf(endpoints);
            removes = List.copyOf(removes);
            settles = List.copyOf(settles);
        }
    }

    public List<Control> controls() {
        return goals.stream().map(Goal::control).toList();
    }

    public List<Endpoint> endpoints() {
        return places.stream().map(Place::endpoints).flatMap(Collection::stream).toList();
    }

    /** Every failure that it removes, at all hosts. */
    public Stream<Finding> removed() {
        return places.stream().map(Place::removes).flatMap(Collection::stream);
    }

    /** How many failures it removes. */
    public int removes() {
        return places.stream().mapToInt(place -> place.removes().size()).sum();
    }

    /** The worst of the failures that it removes. */
    public Severity severity() {
        return removed().map(Finding::severity).min(Comparator.naturalOrder()).orElse(Severity.INFO);
    }
}
