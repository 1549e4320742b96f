// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.netconf;

import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.wire.ByteView;
import java.nio.charset.StandardCharsets;

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
        boolean whole = ends(unread);
        if (!whole && unread.length() < LONGEST) {
            return Progress.CONTINUE;
        }
        String hello = unread.ascii(0, Math.min(unread.length(), LONGEST));
        if (!hello.contains(NetconfHello.NAMESPACE)) {
            return Progress.MALFORMED;
        }
        sink.saw(
                whole
                        ? NetconfFacts.HELLO.complete(NetconfHello.versions(hello), NetconfHello.capabilities(hello))
                        : NetconfFacts.HELLO.partial(NetconfHello.versions(hello), NetconfHello.capabilities(hello)));
        return Progress.DONE;
    }

    private static boolean ends(ByteView unread) {
        int at = unread.indexOf(']', 0, LONGEST);
        while (at >= 0) {
            if (unread.holds(at, END)) {
                return true;
            }
            at = unread.indexOf(']', at + 1, LONGEST);
        }
        return false;
    }
}
