// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Remote Desktop (MS-RDPBCGR): TPKT, X.224 and the negotiation of security, usually port 3389, up to TLS.
 *
 * <p>Read: which security the client asks for and the server takes or insists on, and under standard RDP security its
 * encryption. Not read: users, and the session. Start at {@link io.netgrade.protocol.rdp.RdpProtocol}.
 */
package io.netgrade.protocol.rdp;
