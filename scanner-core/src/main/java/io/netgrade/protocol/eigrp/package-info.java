// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * EIGRP (RFC 7868), IP protocol 88.
 *
 * <p>Read: the autonomous system, the software releases that hellos tell, and the authentication (TLV 2). Not read: routes.
 * Start at {@link io.netgrade.protocol.eigrp.EigrpProtocol}.
 */
package io.netgrade.protocol.eigrp;
