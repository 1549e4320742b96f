// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * MGCP (RFC 3435), by which a call agent commands media gateways: what is commanded of whom, and how media are to be
 * protected. Start at {@link io.netgrade.protocol.mgcp.MgcpProtocol}.
 */
package io.netgrade.protocol.mgcp;
