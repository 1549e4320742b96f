// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import io.netgrade.profile.Level;
import io.netgrade.yaml.Text;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One remedy as it is gathered, host by host. */
final class FixesOfOneRemedy {
    private static final Comparator<LiftFix.Place> MOST_FIRST =
            Comparator.comparing((LiftFix.Place place) -> -place.removes().size());

    private final Text remedy;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<Optional<InetAddress>, AtOneHost> hosts = new LinkedHashMap<>();

    FixesOfOneRemedy(Text remedy) {
        this.remedy = remedy;
    }

    /** What is mended removes a failure, its own or another. */
    void removes(Finding mended, Finding removed) {
        at(mended).removes.add(removed);
    }

    void settles(Finding mended, Finding settled) {
        at(mended).settles.add(settled);
    }

    private AtOneHost at(Finding mended) {
        controls.putIfAbsent(mended.control().id(), mended.control());
        AtOneHost there = hosts.computeIfAbsent(mended.endpoint().map(Endpoint::address), AtOneHost::new);
        mended.endpoint().ifPresent(there.endpoints::add);
        return there;
    }

    LiftFix fix(Level level) {
        return new LiftFix(
                remedy,
                controls.values().stream()
                        .map(control -> LiftGoals.of(control, level))
                        .toList(),
                hosts.values().stream()
                        .sorted(AtOneHost::compare)
                        .map(AtOneHost::place)
                        .sorted(MOST_FIRST)
                        .toList());
    }

    private static final class AtOneHost {
        private final Optional<InetAddress> host;
        private final TreeSet<Endpoint> endpoints = new TreeSet<>();
        private final List<Finding> removes = new ArrayList<>();
        private final List<Finding> settles = new ArrayList<>();

        private AtOneHost(Optional<InetAddress> host) {
            this.host = host;
        }

        /** By address; the unit as a whole is first. */
        private static int compare(AtOneHost left, AtOneHost right) {
            return left.endpoints.isEmpty() || right.endpoints.isEmpty()
                    ? Boolean.compare(!left.endpoints.isEmpty(), !right.endpoints.isEmpty())
                    : left.endpoints.first().compareTo(right.endpoints.first());
        }

        private LiftFix.Place place() {
            return new LiftFix.Place(host, List.copyOf(endpoints), removes, settles);
        }
    }
}
