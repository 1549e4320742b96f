// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * OpenVPN over UDP and TCP, usually port 1194.
 *
 * <p>Read: what wraps the control channel (nothing, tls-auth, tls-crypt and its second version), told by the layout of the
 * first two packets, and the version of TLS within where it goes in clear. Not read: data. Start at
 * {@link io.netgrade.protocol.openvpn.OpenvpnProtocol}.
 */
package io.netgrade.protocol.openvpn;
