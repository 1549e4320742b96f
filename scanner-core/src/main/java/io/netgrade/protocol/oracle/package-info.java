// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Oracle's Transparent Network Substrate, the listener's protocol ({@code oracle-tns}), usually port 1521.
 *
 * <p>Read: how the listener answers a CONNECT, in which version of TNS, and the version that a refusal names. Not read:
 * service names, users, and whether native encryption is negotiated. Start at
 * {@link io.netgrade.protocol.oracle.OracleTnsProtocol}.
 */
package io.netgrade.protocol.oracle;
