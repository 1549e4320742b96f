// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * HPACK, the compression of HTTP/2's header fields (RFC 7541), as far as reading them goes. Start at
 * {@link io.netgrade.protocol.http.hpack.HpackDecoder}.
 */
package io.netgrade.protocol.http.hpack;
