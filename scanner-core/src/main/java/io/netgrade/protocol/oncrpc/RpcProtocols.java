// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.endpoint.Transport;
import io.netgrade.protocol.MessageDissector;
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
                .readBy(opening -> new MessageDissector(
                        opening.transport(),
                        new RpcSession(opening.transport() == Transport.TCP, new RpcbindAnswers())))
                .build();
    }

    public static Protocol nfs() {
        return PlainProtocol.of("nfs", "NFS")
                .ports(Transport.TCP, 2049)
                .begins(Transport.TCP, RpcMessage.MARKS)
                .ports(Transport.UDP, 2049)
                .strength(Strength.MAGIC)
                .facts(RpcFacts.NFS, RpcFacts.NFS_AUTHENTICATION, RpcFacts.EXPORTS)
                .checks(RpcFacts.NFS_CHECKS)
                .recognisedBy(opening -> recognition(opening, RpcProtocols::callsNfs, RpcProtocols::streamsNfs))
                .readBy(opening -> new MessageDissector(
                        opening.transport(), new RpcSession(opening.transport() == Transport.TCP, new NfsAnswers())))
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
