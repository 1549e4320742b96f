// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * XMPP (RFC 6120) over TCP, usual ports 5222 and 5269: whether TLS is offered or required, the SASL mechanisms, passwords
 * in clear by their class, and the change to TLS (STARTTLS). Stanzas are passed over. Start at
 * {@link io.netgrade.protocol.xmpp.XmppProtocol}.
 */
package io.netgrade.protocol.xmpp;
