// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * TACACS+ (RFC 8907): which of its services are asked, and whether bodies are obfuscated at all. Only bodies that say
 * they are not obfuscated are looked into, for the class of credentials. Start at
 * {@link io.netgrade.protocol.tacacs.TacacsProtocol}.
 *
 * <p>Nothing is asked: every packet of a client begins a log-in, an authorisation or an account (RFC 8907 4.1), and whether
 * bodies are obfuscated is the client's choice, which only a capture shows.
 */
package io.netgrade.protocol.tacacs;
