// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * OSPF version 2 (RFC 2328) and 3 (RFC 5340), IP protocol 89.
 *
 * <p>Read: the router, its area, and the authentication of each packet (RFC 2328 D, 5709, 7474, 7166). Not read: the link
 * states, and simple passwords. IPsec around version 3 (RFC 4552) is seen as {@code ah} or {@code esp}. Start at
 * {@link io.netgrade.protocol.ospf.OspfProtocol}.
 */
package io.netgrade.protocol.ospf;
