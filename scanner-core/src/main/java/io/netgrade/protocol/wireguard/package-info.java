// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * WireGuard over UDP, usually port 51820; silent to whoever has no key.
 *
 * <p>Read: which messages go. All else is encrypted. Start at {@link io.netgrade.protocol.wireguard.WireguardProtocol}.
 */
package io.netgrade.protocol.wireguard;
