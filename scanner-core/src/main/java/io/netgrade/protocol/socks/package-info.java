// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SOCKS 4, 4a and 5 (RFC 1928, RFC 1929) over TCP, usual port 1080: the version, the method of authentication that the
 * server chose, whether a request was granted, and whether a user name and password went by in clear. Who and where to
 * is passed over. Behind a granted CONNECT another protocol begins. SOCKS over UDP and GSSAPI's own messages are not
 * read. Start at {@link io.netgrade.protocol.socks.SocksProtocol}.
 */
package io.netgrade.protocol.socks;
