// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * ONC remote procedure calls (RFC 5531) over UDP and TCP: rpcbind and portmap (RFC 1833), usually port 111, and NFS with
 * its mount protocol (RFC 1813, RFC 8881), usually port 2049.
 *
 * <p>Read: the programs that rpcbind lists, the versions of NFS, how clients authenticate and whether the server lets
 * them, and how many exports are open to everyone. Not read: users, files and their data. Start at
 * {@link io.netgrade.protocol.oncrpc.RpcProtocols}.
 */
package io.netgrade.protocol.oncrpc;
