// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.LineBuffer;

/** Parts a connection of a text protocol into lines, and has a {@link Reader} read them one after another. */
public final class LineDissector implements Dissector {
    /** Of a longer line only so many octets are looked at. */
    public static final int OCTETS_READ = 1024;

    /** Reads lines. One object per flow. */
    public interface Reader {
        /**
         * @param line without its end, one character for each octet; of a long one only the beginning
         * @return as {@link Dissector#dissect}; the line is consumed whatever the answer
         */
        Progress line(Direction by, String line, ObservationSink sink);
    }

    private final Reader reader;
    private final LineBuffer client = new LineBuffer(OCTETS_READ);
    private final LineBuffer server = new LineBuffer(OCTETS_READ);

    public LineDissector(Reader reader) {
        this.reader = reader;
    }

    /** Whether a line may have been longer than what is looked at of it: a list in it proves no absence. */
    public static boolean mayBeCut(String line) {
        return line.length() >= OCTETS_READ;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        LineBuffer line = direction == Direction.FROM_CLIENT ? client : server;
        ByteView unread = bytes.unread();
        int at = 0;
        Progress progress = Progress.CONTINUE;
        while (at < unread.length() && progress == Progress.CONTINUE) {
            at += line.take(unread, at);
            if (line.whole()) {
                progress = reader.line(direction, line.text(), sink);
                // What was read may have been a secret: it is let go of at once.
                line.clear();
            }
        }
        bytes.consume(at);
        return progress;
    }
}
