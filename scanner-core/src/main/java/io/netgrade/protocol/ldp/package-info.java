// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The Label Distribution Protocol (RFC 5036), port 646: hellos over UDP, sessions over TCP.
 *
 * <p>Read: who speaks, the hellos' cryptographic authentication (RFC 7349), and what protects sessions below: TCP-MD5,
 * TCP-AO, time to live. Not read: labels. Nothing is asked: a hello
 * would make an adjacency. Start at {@link io.netgrade.protocol.ldp.LdpProtocol}.
 */
package io.netgrade.protocol.ldp;
