// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * NetBIOS over TCP and UDP (RFC 1001, RFC 1002): names (UDP 137), datagrams (UDP 138), sessions (TCP 139).
 *
 * <p>Read: whether a host answers for names and what it tells of itself (node status), that it sends datagrams, and whether it
 * accepts a session; what follows in a session, which is SMB, is recognised for itself. Not read: what datagrams carry.
 */
package io.netgrade.protocol.netbios;
