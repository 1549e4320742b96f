// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The passive eye: follows the flows of captured frames ({@link io.netgrade.flow.PacketEye}) and lends each to the
 * protocol that recognises it.
 *
 * <p>The table of flows ({@code FlowTable}) lies in primitive arrays; only a flow with payload that is still looked into
 * has an object ({@code Flow}). TCP is put in order ({@code TcpSide}) and given to the readers without a copy where they
 * read it whole. Every table and buffer is capped by {@link io.netgrade.flow.FlowLimits}; what hits a cap is counted in
 * {@link io.netgrade.flow.FlowCoverage}.
 */
@NullMarked
package io.netgrade.flow;

import org.jspecify.annotations.NullMarked;
