// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.profile.Control;
import java.util.List;

/**
 * One thing to do towards the next level: one control's remedy at the endpoints that need it.
 *
 * @param fix whether something must be mended (FAIL); else it must be decided (UNKNOWN)
 * @param how for a fix the control's remedy; for the rest what would decide it, in English
 */
public record Lift(Control control, boolean fix, List<Endpoint> endpoints, String how) {
    public Lift {
        endpoints = List.copyOf(endpoints);
    }
}
