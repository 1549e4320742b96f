// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteCursor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What rpcbind answers (RFC 1833 2.2 and 3). */
final class RpcbindAnswers implements RpcSession.Answers {
    private static final int DUMP = 4;
    private static final int PORTMAP = 2;
    private static final int MOST_PROGRAMS = 256;
    private static final int LONGEST_TEXT = 256;

    @Override
    public void answered(RpcSession.Call call, boolean accepted, ByteCursor results, ObservationSink sink) {
        if (!accepted || call.program() != RpcMessage.RPCBIND) {
            return;
        }
        sink.saw(RpcFacts.RPCBIND.partial(call.version(), procedure(call)));
        if (call.procedure() == DUMP) {
            sink.saw(RpcFacts.PROGRAMS.partial(programs(call.version(), results)));
        }
    }

    private static String procedure(RpcSession.Call call) {
        return switch ((int) call.procedure()) {
            case 0 -> "null";
            case 1 -> "set";
            case 2 -> "unset";
            case 3 -> "getport";
            case DUMP -> "dump";
            case 5 -> "callit";
            default -> "other";
        };
    }

    /** A list of programs: with a number before each, that is 0 behind the last. */
    private static List<String> programs(long version, ByteCursor results) {
        Set<String> names = new LinkedHashSet<>();
        while (results.remaining() >= 4 && results.u32() == 1 && names.size() < MOST_PROGRAMS) {
            long program = results.u32();
            results.u32();
            if (version == PORTMAP) {
                results.skip(8);
            } else {
                text(results);
                text(results);
                text(results);
            }
            if (results.intact()) {
                names.add(name(program));
            }
        }
        return List.copyOf(names);
    }

    private static void text(ByteCursor results) {
        long length = results.u32();
        results.skip(length <= LONGEST_TEXT ? length + 3 & ~3L : -1);
    }

    /** IANA rpc-program-numbers. */
    private static String name(long program) {
        return switch ((int) program) {
            case 100_000 -> "rpcbind";
            case 100_001 -> "rstatd";
            case 100_002 -> "rusersd";
            case 100_003 -> "nfs";
            case 100_004 -> "ypserv";
            case 100_005 -> "mountd";
            case 100_007 -> "ypbind";
            case 100_008 -> "walld";
            case 100_009 -> "yppasswdd";
            case 100_011 -> "rquotad";
            case 100_021 -> "nlockmgr";
            case 100_024 -> "status";
            case 100_227 -> "nfs-acl";
            default -> Long.toString(program);
        };
    }
}
