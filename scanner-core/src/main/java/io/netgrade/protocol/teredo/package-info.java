// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Teredo (RFC 4380): IPv6 in UDP through a translator, servers on port 3544.
 *
 * <p>Read: what is sent. What is carried is handed on. Start at {@link io.netgrade.protocol.teredo.TeredoProtocol}.
 */
package io.netgrade.protocol.teredo;
