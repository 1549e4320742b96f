// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * One side of an SCTP association (RFC 9260) without the socket: packets in, packets out, and a moment at which it wants to be
 * asked again. The side that opens, on one path, with few tries and small windows.
 */
@org.jspecify.annotations.NullMarked
package io.netgrade.probe.sctp;
