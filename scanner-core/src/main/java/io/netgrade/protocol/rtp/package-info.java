// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * RTP and RTCP (RFC 3550), clear and as SRTP (RFC 3711). RTP has too few fixed bits to be told by one packet: a flow is
 * taken for RTP once a source's sequence numbers follow each other. What RTP carries is never looked at. Start at
 * {@link io.netgrade.protocol.rtp.RtpProtocol} and {@link io.netgrade.protocol.rtp.RtcpProtocol}.
 */
package io.netgrade.protocol.rtp;
