// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * CAPWAP between access points and their controller (RFC 5415): control on UDP port 5246, data on 5247.
 *
 * <p>Read: whether each channel is under DTLS, and the messages said in clear. Ethernet frames in the data channel are
 * handed on; 802.11 frames (RFC 5416) are not looked into. Start at {@link io.netgrade.protocol.capwap.CapwapProtocol}.
 */
package io.netgrade.protocol.capwap;
