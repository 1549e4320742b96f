// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The tunnels of the mobile core and what sets them up: GTP-C v1 and v2 (TS 29.060, TS 29.274, UDP port 2123), GTP-U
 * (TS 29.281, 2152), GTP′ (TS 32.295, 3386) and PFCP (TS 29.244, 8805), which share their headers.
 *
 * <p>Read: which messages each side sends and answers, its roles, restart counters, how it allocates the identifiers of
 * tunnels and sessions, and which kinds of subscriber identity go in clear, never the identity. What GTP-U carries is
 * handed on and followed by itself. Addresses of subscribers are not read. Start at
 * {@link io.netgrade.protocol.gtp.GtpControlProtocol}.
 */
package io.netgrade.protocol.gtp;
