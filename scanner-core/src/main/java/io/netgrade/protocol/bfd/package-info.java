// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Bidirectional Forwarding Detection (RFC 5880) in UDP: single hop (RFC 5881, port 3784), several hops (RFC 5883, 4784),
 * links of a group (RFC 7130, 6784), seamless (RFC 7881, 7784).
 *
 * <p>Read: control packets, their authentication, and the hop limit they arrive with. Not read: echo packets, which have no
 * format. Nothing is asked: a packet is of a session, or begins one. Start at {@link io.netgrade.protocol.bfd.BfdProtocol}.
 */
package io.netgrade.protocol.bfd;
