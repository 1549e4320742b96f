// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.fact;

/** A fact, the service it is about, and the evidence for it. */
public record Observation(Sighting service, Fact fact, Evidence evidence) {}
