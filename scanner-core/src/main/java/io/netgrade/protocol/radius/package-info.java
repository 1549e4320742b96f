// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * RADIUS (RFC 2865, 2866, 5176, 5997) over UDP and TCP: which of its services a server offers, whether requests and
 * answers bear a Message-Authenticator, how users are authenticated, and the class of subscriber identities seen in
 * clear. User names and other identities are never kept. Start at {@link io.netgrade.protocol.radius.RadiusProtocol}.
 */
package io.netgrade.protocol.radius;
