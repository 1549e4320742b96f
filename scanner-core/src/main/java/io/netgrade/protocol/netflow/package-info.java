// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * NetFlow versions 1, 5, 7 and 9 over UDP (Cisco, RFC 3954) and IPFIX over UDP, TCP and SCTP (RFC 7011).
 *
 * <p>Read: which versions a collector is sent, and what the exporter says of itself. Not read: the flows' records. The collector
 * serves and never answers, so that what is seen of one is at most likely.
 */
package io.netgrade.protocol.netflow;
