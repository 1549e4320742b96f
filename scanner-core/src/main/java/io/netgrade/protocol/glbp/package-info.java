// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Cisco's Gateway Load Balancing Protocol, UDP port 3222; no public specification, the layout is what routers send.
 *
 * <p>Read: the group and the authentication; of a text only whether it is a default. Start at
 * {@link io.netgrade.protocol.glbp.GlbpProtocol}.
 */
package io.netgrade.protocol.glbp;
