// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * DNS (RFC 1035, EDNS of RFC 6891), over UDP and TCP, usually port 53.
 *
 * <p>Read: whether recursion is available, what {@code version.bind} answers, EDNS, and zone transfers that were answered.
 * Not read: the names that people ask for, and zones. mDNS (port 5353), LLMNR (port 5355) and the NetBIOS name service
 * (port 137) share the message but are other protocols. Start at {@link io.netgrade.protocol.dns.DnsProtocol}.
 */
package io.netgrade.protocol.dns;
