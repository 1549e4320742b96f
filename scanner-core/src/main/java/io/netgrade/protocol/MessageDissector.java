// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;

/**
 * Parts a stream into messages, or takes each datagram as one, and has a {@link MessageGrammar} read them. Of a long
 * message in a stream only the beginning is kept; the rest is passed over as it comes.
 */
public final class MessageDissector implements Dissector {
    /** Of a longer message only so many octets are looked at, unless its grammar wants more. */
    public static final int OCTETS_READ = 4096;

    private static final ByteView NO_MESSAGE = new ByteView();
    private static final long[] NO_SURPLUS = {};

    private final boolean stream;
    private final MessageGrammar grammar;
    private final ByteView message;
    private final long[] surplus;

    public MessageDissector(Transport transport, MessageGrammar grammar) {
        this.stream = transport == Transport.TCP;
        this.grammar = grammar;
        // Flows of datagrams are many, and need neither.
        this.message = stream ? new ByteView() : NO_MESSAGE;
        this.surplus = stream ? new long[2] : NO_SURPLUS;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        return stream ? stream(direction, bytes, sink) : datagram(direction, bytes, sink);
    }

    /** A lost datagram takes nothing else with it; in a stream a hole within a passed message is bridged. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        if (!stream) {
            return true;
        }
        long left = surplus[side(direction)] - bytes;
        surplus[side(direction)] = left;
        return left >= 0;
    }

    private Progress datagram(Direction direction, Inbox bytes, ObservationSink sink) {
        long length = grammar.length(direction, bytes.unread());
        if (length <= 0 || length > bytes.unread().length()) {
            return Progress.MALFORMED;
        }
        return grammar.read(direction, bytes.unread(), sink);
    }

    private Progress stream(Direction direction, Inbox bytes, ObservationSink sink) {
        passSurplus(direction, bytes);
        while (bytes.unread().length() > 0) {
            ByteView unread = bytes.unread();
            long length = grammar.length(direction, unread);
            if (length < 0) {
                return Progress.MALFORMED;
            }
            int wanted = (int) Math.min(length, grammar.octetsRead());
            if (length == 0 || unread.length() < wanted) {
                return Progress.CONTINUE;
            }
            Progress progress = grammar.read(direction, message.wrap(unread, 0, wanted), sink);
            bytes.consume(wanted);
            surplus[side(direction)] = length - wanted;
            passSurplus(direction, bytes);
            if (progress != Progress.CONTINUE) {
                return progress;
            }
        }
        return Progress.CONTINUE;
    }

    private void passSurplus(Direction direction, Inbox bytes) {
        int passed = (int) Math.min(surplus[side(direction)], bytes.unread().length());
        if (passed > 0) {
            bytes.consume(passed);
            surplus[side(direction)] -= passed;
        }
    }

    private static int side(Direction direction) {
        return direction == Direction.FROM_CLIENT ? 0 : 1;
    }
}
