// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * HSRP version 1 (RFC 2281) and 2, UDP port 1985, for IPv6 2029.
 *
 * <p>Read: the group, the state, and the authentication (text or MD5). Of a text only whether it is the default. Start at
 * {@link io.netgrade.protocol.hsrp.HsrpProtocol}.
 */
package io.netgrade.protocol.hsrp;
