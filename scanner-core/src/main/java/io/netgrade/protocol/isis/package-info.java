// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IS-IS (ISO/IEC 10589, RFC 1195) straight on the link: LLC 0xFEFE, handed over under the IP protocol number 124.
 *
 * <p>Read: the system, its level and name, and the authentication of each PDU (TLV 10, RFC 5304, RFC 5310). Not read: the
 * link states, and cleartext passwords. Start at {@link io.netgrade.protocol.isis.IsisProtocol}.
 */
package io.netgrade.protocol.isis;
