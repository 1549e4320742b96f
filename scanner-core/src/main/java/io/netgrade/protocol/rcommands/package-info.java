// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The r-commands of BSD: rlogin (RFC 1282), rsh and rexec, usually ports 513, 514 and 512.
 *
 * <p>Read: whether the server takes a client, and that a password went over in clear (its class only). rsh and rexec say
 * the same first words, and only the port tells them apart. Not read: users, passwords and commands. Start at
 * {@link io.netgrade.protocol.rcommands.RcommandsProtocols}.
 */
package io.netgrade.protocol.rcommands;
