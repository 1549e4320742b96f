// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * What equipment announces to its link: LLDP (IEEE 802.1AB, EtherType 0x88CC), CDP (SNAP 0x2000), DTP (SNAP 0x2004) and
 * the spanning tree (IEEE 802.1D, LLC 0x4242). On a port towards customers none of them belongs.
 *
 * <p>Read: who announces and what it says of itself. Start at {@link io.netgrade.protocol.lldp.LldpProtocol}.
 */
package io.netgrade.protocol.lldp;
