// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * What was seen, without judgement: {@link io.netgrade.fact.Fact facts} of declared
 * {@link io.netgrade.fact.FactType types}, each an {@link io.netgrade.fact.Observation} with its
 * {@link io.netgrade.fact.Evidence}; how every {@link io.netgrade.fact.Attempt} of a probe ended; and what a capture
 * held ({@link io.netgrade.fact.CaptureCoverage}). Together they are all that judging may look at, and all that an
 * evidence file stores.
 */
package io.netgrade.fact;
