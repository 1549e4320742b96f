// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netconf;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.MessageGrammar;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the server's hello, of which the beginning is enough. */
final class NetconfDissector implements Dissector {
    private static final int LONGEST = 16_384;
    private static final byte[] END = "]]>]]>".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (direction == Direction.FROM_CLIENT) {
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        ByteView unread = bytes.unread();
        int end = end(unread);
        if (end < 0 && unread.length() < LONGEST) {
            return Progress.CONTINUE;
        }
        String hello = unread.ascii(0, end < 0 ? LONGEST : end);
        if (!hello.contains(NetconfHello.NAMESPACE)) {
            return Progress.MALFORMED;
        }
        List<String> versions = NetconfHello.versions(hello);
        List<String> capabilities = NetconfHello.capabilities(hello);
        boolean whole = end >= 0 && Math.max(versions.size(), capabilities.size()) < NetconfHello.MOST;
        sink.saw(
                whole
                        ? NetconfFacts.HELLO.complete(versions, capabilities)
                        : NetconfFacts.HELLO.partial(versions, capabilities));
        return Progress.DONE;
    }

    /** As {@link io.netgrade.protocol.MessageGrammar#length}, of a hello with its end; of a longer one so much as is read. */
    static long length(ByteView unread) {
        int end = end(unread);
        boolean begins = unread.u8(0) == '<' || unread.u8(0) <= ' ';
        if (!begins) {
            return MessageGrammar.BROKEN;
        }
        return end >= 0 ? end + END.length : unread.length() < LONGEST ? MessageGrammar.UNKNOWN : LONGEST;
    }

    /** Where the hello ends, or -1. */
    private static int end(ByteView unread) {
        int at = unread.indexOf(']', 0, LONGEST);
        while (at >= 0) {
            if (unread.holds(at, END)) {
                return at;
            }
            at = unread.indexOf(']', at + 1, LONGEST);
        }
        return -1;
    }
}
