// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * What carries PPP: L2TP (RFC 2661, RFC 3931; UDP port 1701, IP protocol 115), PPTP (RFC 2637; TCP port 1723), PPPoE (RFC
 * 2516; EtherTypes 0x8863, 0x8864), and GRE (RFC 2784, RFC 2890; IP protocol 47), which carries much else.
 *
 * <p>Read: who serves, what products disclose, and which authentication PPP negotiates or uses. Not read: user names and
 * passwords. What is carried is handed on. Start at {@link io.netgrade.protocol.ppp.L2tpProtocol}.
 */
package io.netgrade.protocol.ppp;
