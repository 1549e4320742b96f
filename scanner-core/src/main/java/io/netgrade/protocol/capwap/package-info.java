// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * CAPWAP between access points and their controller (RFC 5415): control on UDP port 5246, data on 5247.
 *
 * <p>Read: whether each channel is under DTLS, the messages said in clear, and how a controller lets access points
 * authenticate and send data. Of the data channel, Ethernet frames
 * and the IP packets of 802.11 frames (RFC 5416) in clear are handed on. Start at {@link io.netgrade.protocol.capwap.CapwapProtocol}.
 */
package io.netgrade.protocol.capwap;
