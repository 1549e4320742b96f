// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * BGP-4 (RFC 4271) over TCP port 179.
 *
 * <p>Read: the OPEN of each speaker with its capabilities, notifications, and what protects the connection below: TCP-MD5
 * (RFC 2385), TCP-AO (RFC 5925) and the time to live (RFC 5082). Not read: routes. Start at
 * {@link io.netgrade.protocol.bgp.BgpProtocol}.
 */
package io.netgrade.protocol.bgp;
