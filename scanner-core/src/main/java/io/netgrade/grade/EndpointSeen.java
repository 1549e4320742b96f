// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.grade;

import io.netgrade.endpoint.Endpoint;
import io.netgrade.fact.Observations;

/**
 * All that was seen at one endpoint.
 *
 * @param seen in the order of {@link SeenOrder}
 */
record EndpointSeen(Endpoint endpoint, Observations seen) {}
