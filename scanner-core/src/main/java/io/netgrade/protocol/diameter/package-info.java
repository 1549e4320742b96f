// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Diameter (RFC 6733) over TCP and SCTP: who the peers say they are, the applications they speak, whether TLS is agreed
 * in band, and the class of subscriber identities seen in clear. Identities themselves are never kept. Start at
 * {@link io.netgrade.protocol.diameter.DiameterProtocol}.
 */
package io.netgrade.protocol.diameter;
