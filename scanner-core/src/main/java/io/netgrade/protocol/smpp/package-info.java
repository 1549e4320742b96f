// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SMPP (Short Message Peer to Peer, versions 3.3 to 5.0): the kinds of bind that a message centre is asked for and
 * answers, and the class of credentials and of subscriber identities seen in clear. System ids, passwords, numbers and
 * texts are never kept. Start at {@link io.netgrade.protocol.smpp.SmppProtocol}.
 */
package io.netgrade.protocol.smpp;
