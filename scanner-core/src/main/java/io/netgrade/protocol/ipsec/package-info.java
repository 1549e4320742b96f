// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * What IPsec puts around packets: ESP (RFC 4303, IP protocol 50, in UDP port 4500 RFC 3948) and AH (RFC 4302, 51).
 *
 * <p>Read: whether an ESP packet is surely not encrypted (RFC 5879), and what AH covers. Packets in tunnel mode that can be
 * read are handed on. Start at {@link io.netgrade.protocol.ipsec.EspProtocol}.
 */
package io.netgrade.protocol.ipsec;
