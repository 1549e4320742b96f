// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * HTTP/1.x (RFC 9110, RFC 9112) and HTTP/2 in clear (RFC 9113), and what is spoken inside them. What is read: status lines
 * and header fields along the whole connection, the authentication schemes asked for, cookies' names and flags, and the
 * first 64 KiB of an HTML page, in which a linear scanner looks for a password input and a directory listing. Bodies are
 * skipped and never kept; of credentials only the class is ever stated. What follows CONNECT is handed on; what follows
 * other upgrades than HTTP/2 is not read. Start at {@link io.netgrade.protocol.http.HttpProtocol}; services inside are told
 * in {@code carried}.
 */
package io.netgrade.protocol.http;
