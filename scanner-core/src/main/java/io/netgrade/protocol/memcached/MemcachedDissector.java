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

    private final boolean datagrams;
    /** Else the log-in may have been before. */
    private final boolean fromBeginning;

    private boolean told;
    private boolean loggingIn;

    MemcachedDissector(Transport transport, boolean fromBeginning) {
        this.datagrams = transport == Transport.UDP;
        this.fromBeginning = fromBeginning || datagrams;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int from = datagrams ? MemcachedRecognition.UDP_HEADER : 0;
        if (unread.length() <= from) {
            return datagrams ? Progress.MALFORMED : Progress.CONTINUE;
        }
        if (direction == Direction.FROM_CLIENT) {
            // In a server with log-ins by text, the first SET is one.
            loggingIn |= STORE.at(unread, from) || isLogin(unread);
            bytes.consumeAll();
            return Progress.CONTINUE;
        }
        boolean binary = !datagrams && unread.u8(0) == MemcachedBinary.ANSWER;
        return binary ? binary(bytes, sink) : text(bytes, from, sink);
    }

    private static boolean isLogin(ByteView unread) {
        return unread.length() > 1
                && unread.u8(0) == MemcachedBinary.REQUEST
                && unread.u8(1) > MemcachedBinary.FIRST_SASL
                && unread.u8(1) <= MemcachedBinary.LAST_SASL;
    }

    private Progress text(Inbox bytes, int from, ObservationSink sink) {
        ByteView unread = bytes.unread();
        int end = unread.indexOf('\n', from, unread.length());
        if (end < 0) {
            return unread.length() < 2048 ? Progress.CONTINUE : Progress.MALFORMED;
        }
        tell("text", sink);
        if (VERSION.at(unread, from)) {
            disclosed(unread, from + 8, end, sink);
        }
        boolean refused = REFUSALS.at(unread, from);
        boolean concluded = refused || (GRANTS.at(unread, from) && !loggingIn && fromBeginning);
        if (concluded) {
            conclude(refused, sink);
        }
        bytes.consumeAll();
        return concluded ? Progress.DONE : Progress.CONTINUE;
    }

    private Progress binary(Inbox bytes, ObservationSink sink) {
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
        if (concluded) {
            conclude(refused, sink);
        }
        bytes.consumeAll();
        return concluded ? Progress.DONE : Progress.CONTINUE;
    }

    private void tell(String protocol, ObservationSink sink) {
        if (!told) {
            told = true;
            sink.saw(MemcachedFacts.SERVICE.partial(protocol));
        }
    }

    private void conclude(boolean required, ObservationSink sink) {
        sink.saw(
                fromBeginning
                        ? MemcachedFacts.AUTHENTICATION.complete(required)
                        : MemcachedFacts.AUTHENTICATION.partial(required));
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
