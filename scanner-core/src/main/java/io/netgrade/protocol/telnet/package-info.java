// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Telnet (RFC 854, RFC 855). What is read: the options that the server negotiates, a login prompt at the end of what it
 * says, what its banner discloses, and in captures that a password prompt was answered. What is typed is never kept.
 * Start at {@link io.netgrade.protocol.telnet.TelnetProtocol}.
 */
package io.netgrade.protocol.telnet;
