// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IRC (RFC 1459, RFC 2812, IRCv3) over TCP, usual ports 6667 and 6665 to 6669: registration, passwords in clear by their
 * class, SASL, the server's software, and the change to TLS (STARTTLS). What people say is passed over. Start at
 * {@link io.netgrade.protocol.irc.IrcProtocol}.
 */
package io.netgrade.protocol.irc;
