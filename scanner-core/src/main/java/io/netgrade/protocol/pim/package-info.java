// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * PIM version 2 (RFC 7761), IP protocol 103.
 *
 * <p>Read: hellos and what kind of messages a router sends. PIM has no authentication of its own: IPsec (RFC 5796) is seen
 * as {@code ah} or {@code esp}. A register hands on the multicast packet it carries. Start at
 * {@link io.netgrade.protocol.pim.PimProtocol}.
 */
package io.netgrade.protocol.pim;
