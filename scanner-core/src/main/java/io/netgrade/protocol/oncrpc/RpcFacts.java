// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.check.Check;
import io.netgrade.check.FieldCheck;
import io.netgrade.fact.FactType;
import java.util.List;

/** What netgrade can say of rpcbind and NFS servers, and what can be asked of them. */
public final class RpcFacts {
    public static final FactType RPCBIND = FactType.of("rpcbind.service", "A procedure of rpcbind was answered.")
            .number("version", "of the program: 2 is portmap")
            .text("procedure", "null, set, unset, getport, dump, callit or other");

    public static final FactType PROGRAMS = FactType.of(
                    "rpcbind.programs", "The programs that rpcbind listed to whoever asked.")
            .names("programs", "names such as nfs and mountd, or their numbers");

    public static final FactType NFS = FactType.of(
                    "nfs.service", "A procedure of NFS or of its mount protocol was answered.")
            .text("program", "nfs or mount")
            .number("version", "of the program");

    public static final FactType NFS_AUTHENTICATION = FactType.of(
                    "nfs.authentication", "How a client that was answered said who it is (RFC 5531 8.2).")
            .text("flavor", "none, sys, short, dh, kerberos, gss or tls; sys is the client's own word")
            .flag("accepted", "whether the call was accepted");

    public static final FactType EXPORTS = FactType.of(
                    "nfs.exports", "What the mount protocol listed to whoever asked (RFC 1813 5.2.5).")
            .number("count", "of exports")
            .number("open", "of those that name no group of clients: anybody may mount them");

    static final List<Check> RPCBIND_CHECKS = List.of(
            FieldCheck.of("rpcbind.service", "Whether rpcbind answers.", RPCBIND, "procedure"),
            FieldCheck.of("rpcbind.programs", "The programs that rpcbind lists.", PROGRAMS, "programs"));

    static final List<Check> NFS_CHECKS = List.of(
            FieldCheck.of("nfs.service", "The versions of NFS that are answered.", NFS, "version"),
            FieldCheck.of("nfs.authentication", "How clients say who they are.", NFS_AUTHENTICATION, "flavor"),
            FieldCheck.of("nfs.open-exports", "How many exports are open to everyone.", EXPORTS, "open"));

    private RpcFacts() {}
}
