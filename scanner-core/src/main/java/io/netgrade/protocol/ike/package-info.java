// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IKE version 1 (RFC 2409) and 2 (RFC 7296) on UDP port 500, and on 4500 behind the non-ESP marker (RFC 3948);
 * over TCP port 4500 (RFC 9329).
 *
 * <p>Read: exchanges, what was offered and what was chosen, vendor IDs and notifications, as far as they go in clear. Not
 * read: identities, and what is encrypted (the authentication of version 2 is). Start at
 * {@link io.netgrade.protocol.ike.IkeProtocol}.
 */
package io.netgrade.protocol.ike;
