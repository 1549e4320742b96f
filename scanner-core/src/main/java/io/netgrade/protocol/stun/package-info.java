// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * STUN (RFC 8489, RFC 5389 and the older RFC 3489) and TURN (RFC 8656) over UDP and TCP: what a server is asked for and
 * answers, whether relaying wants a login, and what it discloses of itself. Media on the same flow is left to others.
 * Start at {@link io.netgrade.protocol.stun.StunProtocol}.
 */
package io.netgrade.protocol.stun;
