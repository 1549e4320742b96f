// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * HTTP/1.x (RFC 9110, RFC 9112), in clear and inside TLS. What is read: status lines and header fields along the whole
 * connection, the authentication schemes asked for, cookies' names and flags, and the first 64 KiB of an HTML page, in
 * which a linear scanner looks for a password input and a directory listing. Bodies are skipped and never kept; of
 * credentials only the class is ever stated. HTTP/2 and what follows CONNECT or an upgrade are not read. Start at
 * {@link io.netgrade.protocol.http.HttpProtocol}.
 */
package io.netgrade.protocol.http;
