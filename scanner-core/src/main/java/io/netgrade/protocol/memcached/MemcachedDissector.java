// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol.memcached;

import io.netgrade.endpoint.Transport;
import io.netgrade.fact.ObservationSink;
import io.netgrade.protocol.Direction;
import io.netgrade.protocol.Dissector;
import io.netgrade.protocol.Inbox;
import io.netgrade.protocol.Progress;
import io.netgrade.protocol.SoftwareNames;
import io.netgrade.wire.ByteView;
import io.netgrade.wire.Words;

/** Reads the server's answers until one tells whether a log-in is wanted. Of the client only its log-in is noticed. */
final class MemcachedDissector implements Dissector {
    private static final SoftwareNames.Product PRODUCT =
            new SoftwareNames.Product("", "Memcached", "a:memcached:memcached");
    private static final Words REFUSALS = Words.of("client_error unauthenticated", "error unauthenticated");
    private static final Words GRANTS = Words.of("stat ", "value ", "end\r\n", "version ", "stored", "not_stored");
    private static final Words VERSION = Words.of("version ");
    private static final Words STORE = Words.of("set ");
    private static final int LONGEST_VERSION = 32;
    /** Of what is stored, that is: no answer is as long. */
    private static final int LONGEST_LINE = 2048;

    private final boolean datagrams;
    /** Else the log-in may have been before. */
    private final boolean fromBeginning;

    private final MemcachedRequests requests = new MemcachedRequests();
    private boolean amidLine;
    private long passed;
    private boolean told;
    private boolean loggingIn;

    MemcachedDissector(Transport transport, boolean fromBeginning) {
        this.datagrams = transport == Transport.UDP;
        this.fromBeginning = fromBeginning || datagrams;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        if (datagrams) {
            return datagram(direction, bytes, sink);
        }
        if (direction == Direction.FROM_CLIENT) {
            loggingIn |= requests.logIn(bytes);
            return Progress.CONTINUE;
        }
        Progress progress = Progress.CONTINUE;
        int before = bytes.unread().length() + 1;
        while (progress == Progress.CONTINUE
                && bytes.unread().length() > 0
                && bytes.unread().length() < before) {
            before = bytes.unread().length();
            progress = answer(bytes, sink);
        }
        return progress;
    }

    private Progress datagram(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (unread.length() <= MemcachedRecognition.UDP_HEADER) {
            return Progress.MALFORMED;
        }
        if (direction == Direction.FROM_CLIENT) {
            loggingIn |= STORE.at(unread, MemcachedRecognition.UDP_HEADER);
            return Progress.CONTINUE;
        }
        int end = unread.indexOf('\n', MemcachedRecognition.UDP_HEADER, unread.length());
        return end < 0 ? Progress.CONTINUE : line(unread, MemcachedRecognition.UDP_HEADER, end, sink);
    }

    private Progress answer(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (passed > 0) {
            int here = (int) Math.min(passed, unread.length());
            bytes.consume(here);
            passed -= here;
            return Progress.CONTINUE;
        }
        if (!amidLine && unread.u8(0) == MemcachedBinary.ANSWER) {
            return packet(bytes, sink);
        }
        int end = unread.indexOf('\n', 0, unread.length());
        boolean read = end >= 0 && end < LONGEST_LINE && !amidLine;
        Progress progress = read ? line(unread, 0, end, sink) : Progress.CONTINUE;
        amidLine = end < 0 && (amidLine || unread.length() >= LONGEST_LINE);
        bytes.consume(end >= 0 ? end + 1 : amidLine ? unread.length() : 0);
        return progress;
    }

    private Progress line(ByteView bytes, int from, int end, ObservationSink sink) {
        tell("text", sink);
        if (VERSION.at(bytes, from)) {
            disclosed(bytes, from + 8, end, sink);
        }
        boolean refused = REFUSALS.at(bytes, from);
        boolean concluded = refused || (GRANTS.at(bytes, from) && !loggingIn && fromBeginning);
        return concluded ? conclude(refused, sink) : Progress.CONTINUE;
    }

    private Progress packet(Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        if (unread.length() < MemcachedBinary.HEADER) {
            return Progress.CONTINUE;
        }
        long length = MemcachedBinary.length(unread);
        int opcode = unread.u8(1);
        if (length < 0) {
            return Progress.MALFORMED;
        }
        if (opcode == MemcachedBinary.VERSION && unread.length() < Math.min(length, 64)) {
            return Progress.CONTINUE;
        }
        tell("binary", sink);
        int status = unread.u16(6);
        if (opcode == MemcachedBinary.VERSION && status == 0) {
            disclosed(unread, MemcachedBinary.HEADER, (int) Math.min(length, unread.length()), sink);
        }
        boolean beforeLogin = opcode == MemcachedBinary.VERSION
                || (opcode >= MemcachedBinary.FIRST_SASL && opcode <= MemcachedBinary.LAST_SASL);
        boolean refused = status == MemcachedBinary.NO_LOGIN && !beforeLogin;
        boolean concluded = refused || (!beforeLogin && !loggingIn && fromBeginning);
        passed = length;
        return concluded ? conclude(refused, sink) : Progress.CONTINUE;
    }

    private void tell(String protocol, ObservationSink sink) {
        if (!told) {
            told = true;
            sink.saw(MemcachedFacts.SERVICE.partial(protocol));
        }
    }

    private Progress conclude(boolean required, ObservationSink sink) {
        sink.saw(
                fromBeginning
                        ? MemcachedFacts.AUTHENTICATION.complete(required)
                        : MemcachedFacts.AUTHENTICATION.partial(required));
        return Progress.DONE;
    }

    private static void disclosed(ByteView bytes, int from, int end, ObservationSink sink) {
        int until = Math.min(end, from + LONGEST_VERSION);
        String version = from < until ? bytes.ascii(from, until - from).strip() : "";
        boolean plain = version.chars().allMatch(one -> one > ' ' && one <= '~');
        if (!version.isEmpty() && plain) {
            sink.saw(PRODUCT.disclosed(version, false));
        }
    }

    /** Answers stand for themselves, but only from the beginning of one: behind a gap nothing is read. */
    @Override
    public boolean missed(Direction direction, long bytes) {
        // What is missing of the client may have been its log-in.
        loggingIn |= direction == Direction.FROM_CLIENT && !datagrams;
        return datagrams || direction == Direction.FROM_CLIENT;
    }
}
