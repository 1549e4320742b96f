// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IPMI over RMCP (IPMI 1.5 and 2.0, DMTF DSP0136), usually UDP port 623.
 *
 * <p>Read: the versions, the ways of authentication and the users without a name or a password that a controller says it
 * has, the cipher suites it offers, and the algorithms of a session: none of them is cipher suite 0. Not read: users and
 * commands. Start at {@link io.netgrade.protocol.ipmi.IpmiProtocol}.
 */
package io.netgrade.protocol.ipmi;
