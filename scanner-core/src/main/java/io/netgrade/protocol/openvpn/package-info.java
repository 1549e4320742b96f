// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * OpenVPN over UDP and TCP, usually port 1194.
 *
 * <p>Read: what wraps the control channel (nothing, tls-auth, tls-crypt and its second version), told by the layout of the
 * first two packets, and TLS within (as TLS) where it goes in clear: the packets of each side are put in the order of their
 * numbers. Not read: data, and what follows on a new key. Start at
 * {@link io.netgrade.protocol.openvpn.OpenvpnProtocol}.
 */
package io.netgrade.protocol.openvpn;
