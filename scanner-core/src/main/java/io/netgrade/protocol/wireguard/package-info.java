// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * WireGuard over UDP, usually port 51820; silent to whoever has no key.
 *
 * <p>Read: which messages go. All else is encrypted. Nothing is asked: only who has a key that the other side knows is
 * answered (WireGuard whitepaper, 5.3). Start at {@link io.netgrade.protocol.wireguard.WireguardProtocol}.
 */
package io.netgrade.protocol.wireguard;
