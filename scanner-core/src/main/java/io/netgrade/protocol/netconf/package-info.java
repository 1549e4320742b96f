// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * NETCONF in clear (RFC 6241), framed as over SSH (RFC 6242): inside SSH or TLS it cannot be seen.
 *
 * <p>Read: the capabilities of the server's hello. Not read: configurations. Start at
 * {@link io.netgrade.protocol.netconf.NetconfProtocol}.
 */
package io.netgrade.protocol.netconf;
