// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Megaco (ITU-T H.248.1, RFC 3525), by which a controller commands media gateways, in text and in BER, over UDP, TCP and
 * SCTP: what is commanded, whether messages are authenticated, and how media are to be protected. Start at
 * {@link io.netgrade.protocol.megaco.MegacoProtocol}.
 */
package io.netgrade.protocol.megaco;
