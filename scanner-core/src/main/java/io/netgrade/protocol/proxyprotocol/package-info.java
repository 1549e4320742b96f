// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The PROXY protocol of HAProxy, versions 1 (a line) and 2 (binary): a header before anything else on a connection, by
 * which a load balancer says for whom it speaks. What follows is another protocol. Start at
 * {@link io.netgrade.protocol.proxyprotocol.ProxyProtocol}.
 */
package io.netgrade.protocol.proxyprotocol;
