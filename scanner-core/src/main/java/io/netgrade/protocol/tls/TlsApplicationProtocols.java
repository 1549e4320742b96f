// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.tls;

import java.util.List;

/** Names of the IANA registry TLS ALPN Protocol IDs that a server of a stream may have (RFC 7301 §6). */
final class TlsApplicationProtocols {
    static final List<String> ALL = List.of(
            "h2",
            "http/1.1",
            "http/1.0",
            "http/0.9",
            "spdy/3.1",
            "spdy/3",
            "spdy/2",
            "spdy/1",
            "stun.turn",
            "stun.nat-discovery",
            "ftp",
            "imap",
            "pop3",
            "managesieve",
            "coap",
            "xmpp-client",
            "xmpp-server",
            "mqtt",
            "dot",
            "ntske/1",
            "sunrpc",
            "irc",
            "nntp",
            "nnsp",
            "sip/2",
            "tds/8.0",
            "postgresql",
            "radius/1.0",
            "radius/1.1",
            "dicom");

    private TlsApplicationProtocols() {}
}
