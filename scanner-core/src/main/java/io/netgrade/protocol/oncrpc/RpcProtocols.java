// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.Opening;
import io.netgrade.protocol.PlainProtocol;
import io.netgrade.protocol.Protocol;
import io.netgrade.protocol.Recognition;
import io.netgrade.protocol.Speaker;
import io.netgrade.protocol.Strength;
import io.netgrade.wire.ByteView;
import java.util.function.Function;

/** Programs that are called by ONC RPC. */
public final class RpcProtocols {
    private RpcProtocols() {}

    public static Protocol rpcbind() {
        return PlainProtocol.of("rpcbind", "rpcbind")
                .ports(Transport.TCP, 111)
                .begins(Transport.TCP, RpcMessage.MARKS)
                .ports(Transport.UDP, 111)
                .strength(Strength.MAGIC)
                .facts(RpcFacts.RPCBIND, RpcFacts.PROGRAMS)
                .checks(RpcFacts.RPCBIND_CHECKS)
                .recognisedBy(opening -> recognition(opening, RpcProtocols::callsRpcbind, RpcProtocols::streamsRpcbind))
                .readBy(RpcQuestions::rpcbindReader)
                .sends("Over TCP the calls NULL and DUMP of portmap version 2; over UDP NULL alone. No credentials.")
                .asks(Transport.TCP, "rpcbind.programs", RpcQuestions::programs)
                .asks(Transport.UDP, "rpcbind.presence", RpcQuestions::presence)
                .onUsualPortsOnly()
                .build();
    }

    public static Protocol nfs() {
        return PlainProtocol.of("nfs", "NFS")
                .ports(Transport.TCP, 2049, 20_048)
                .begins(Transport.TCP, RpcMessage.MARKS)
                .ports(Transport.UDP, 2049)
                .strength(Strength.MAGIC)
                .facts(RpcFacts.NFS, RpcFacts.NFS_AUTHENTICATION, RpcFacts.EXPORTS)
                .checks(RpcFacts.NFS_CHECKS)
                .recognisedBy(opening -> recognition(opening, RpcProtocols::callsNfs, RpcProtocols::streamsNfs))
                .readBy(RpcQuestions::nfsReader)
                .sends(
                        "The call NULL of NFS 3, 4 and 2, and EXPORT of the mount protocol, over TCP. No credentials; nothing is"
                                + " mounted. Nothing over UDP.")
                .asks(Transport.TCP, "nfs.exports", RpcQuestions::exports)
                .onUsualPortsOnly()
                .build();
    }

    private static Recognition recognition(
            Opening opening, Function<ByteView, Speaker> datagram, Function<ByteView, Speaker> stream) {
        return switch (opening.transport()) {
            case TCP -> Speaker.recognition(opening, stream);
            case UDP -> Speaker.recognition(opening, datagram);
            default -> Recognition.NO;
        };
    }

    private static Speaker callsRpcbind(ByteView bytes) {
        return program(RpcMessage.call(bytes, 0), RpcMessage.RPCBIND, RpcMessage.RPCBIND);
    }

    private static Speaker callsNfs(ByteView bytes) {
        return program(RpcMessage.call(bytes, 0), RpcMessage.NFS, RpcMessage.MOUNT);
    }

    private static Speaker streamsRpcbind(ByteView bytes) {
        return program(RpcMessage.streamed(bytes), RpcMessage.RPCBIND, RpcMessage.RPCBIND);
    }

    private static Speaker streamsNfs(ByteView bytes) {
        return program(RpcMessage.streamed(bytes), RpcMessage.NFS, RpcMessage.MOUNT);
    }

    /** An answer does not name its program: the call decides. */
    private static Speaker program(long called, long one, long other) {
        if (called == RpcMessage.MORE || called == RpcMessage.ANSWER) {
            return Speaker.UNFINISHED;
        }
        return called == one || called == other ? Speaker.CLIENT : Speaker.NOBODY;
    }
}
