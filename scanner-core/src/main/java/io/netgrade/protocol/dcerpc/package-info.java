// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * DCE/RPC version 5 over connections and version 4 over UDP (C706, MS-RPCE), usually port 135 and those that it hands out.
 *
 * <p>Read: the interfaces that clients bind, and how they are authenticated. Not read: calls. Start at
 * {@link io.netgrade.protocol.dcerpc.DcerpcProtocol}.
 */
package io.netgrade.protocol.dcerpc;
