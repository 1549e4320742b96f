// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.oncrpc;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteCursor;

/** What NFS and its mount protocol answer. */
final class NfsAnswers implements RpcSession.Answers {
    private static final int NULL = 0;
    private static final int EXPORT = 5;
    private static final int MOST = 1024;
    private static final int LONGEST_TEXT = 1024;

    @Override
    public void answered(RpcSession.Call call, boolean accepted, ByteCursor results, ObservationSink sink) {
        boolean mount = call.program() == RpcMessage.MOUNT;
        if (!mount && call.program() != RpcMessage.NFS) {
            return;
        }
        if (accepted) {
            sink.saw(RpcFacts.NFS.partial(mount ? "mount" : "nfs", call.version()));
        }
        if (call.procedure() != NULL) {
            sink.saw(RpcFacts.NFS_AUTHENTICATION.partial(RpcMessage.flavor(call.flavor()), accepted));
        }
        if (mount && accepted && call.procedure() == EXPORT) {
            exports(results, sink);
        }
    }

    /** A list of directories, each with a list of groups; no group at all means everyone. */
    private static void exports(ByteCursor results, ObservationSink sink) {
        int count = 0;
        int open = 0;
        while (results.remaining() >= 4 && results.u32() == 1 && count < MOST) {
            text(results);
            int groups = 0;
            while (results.remaining() >= 4 && results.u32() == 1 && groups < MOST) {
                text(results);
                groups++;
            }
            if (!results.intact()) {
                return;
            }
            count++;
            open += groups == 0 ? 1 : 0;
        }
        sink.saw(RpcFacts.EXPORTS.partial(count, open));
    }

    private static void text(ByteCursor results) {
        long length = results.u32();
        results.skip(length <= LONGEST_TEXT ? length + 3 & ~3L : -1);
    }
}
