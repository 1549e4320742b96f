// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * DNS (RFC 1035, EDNS of RFC 6891), over UDP and TCP, usually port 53.
 *
 * <p>Read: whether recursion is available, what {@code version.bind} answers, EDNS, and zone transfers that were answered.
 * Not read: the names that people ask for, and zones. Multicast DNS (RFC 6762, port 5353) and LLMNR (RFC 4795, port 5355)
 * share the message and live here too; they are told by their ports, and so is the NetBIOS name service. Start at {@link io.netgrade.protocol.dns.DnsProtocol}.
 */
package io.netgrade.protocol.dns;
