// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * RTSP 1.0 and 2.0 (RFC 2326, RFC 7826) over TCP, usual ports 554 and 8554: methods, how streams are let to clients,
 * credentials in clear by their class, and the transport that a session was set up with. Bodies and media between the
 * messages (interleaved frames) are skipped. RTSP inside HTTP is not read. Start at
 * {@link io.netgrade.protocol.rtsp.RtspProtocol}.
 */
package io.netgrade.protocol.rtsp;
