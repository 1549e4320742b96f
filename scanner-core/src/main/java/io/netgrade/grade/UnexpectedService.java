// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Confidence;
import io.netgrade.fact.Observation;
import io.netgrade.profile.ExpectedServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service of a unit that is not among those expected of it: an observation, whatever a profile makes of it. */
public record UnexpectedService(Endpoint endpoint, String protocol) {

    /** In the order of the endpoints; none where nothing says what is expected. */
    static List<UnexpectedService> of(UnitScope unit, SeenEndpoints seen) {
        Optional<ExpectedServices> expected = unit.expected();
        if (expected.isEmpty()) {
            return List.of();
        }
        List<UnexpectedService> unexpected = new ArrayList<>();
        for (int i = 0; i < seen.count(); i++) {
            EndpointSeen one = seen.all().get(i);
            for (String protocol : seen.mixes().carried(i)) {
                if (isUnexpected(protocol, one, expected.get())) {
                    unexpected.add(new UnexpectedService(one.endpoint(), protocol));
                }
            }
        }
        return unexpected;
    }

    private static boolean isUnexpected(String protocol, EndpointSeen one, ExpectedServices expected) {
        boolean confirmed = false;
        for (Observation seen : one.seen().all()) {
            if (seen.service().protocol().equals(protocol)) {
                if (!expected.lack(seen.service())) {
                    return false;
                }
                confirmed |= seen.service().confidence() == Confidence.CONFIRMED;
            }
        }
        return confirmed;
    }
}
