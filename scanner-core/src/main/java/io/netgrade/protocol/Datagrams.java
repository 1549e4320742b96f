// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.protocol;

import io.netgrade.fact.ObservationSink;
import io.netgrade.wire.ByteView;

/** Reads datagrams each of which stands for itself: one that is no message of the protocol takes nothing else with it. */
public final class Datagrams implements Dissector {

    /** Reads one datagram. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param datagram whole; need not be consumed
         * @return whether it is a message of the protocol
         */
        boolean read(Inbox datagram, Said said);
    }

    private final Reader reader;
    private final Said said = new Said();

    private Datagrams(Reader reader) {
        this.reader = reader;
    }

    /** @param reader of one flow; what it keeps of it is its own */
    public static Dissector readBy(Reader reader) {
        return new Datagrams(reader);
    }

    /** The one datagram that an opening holds, whoever sent it. */
    public static ByteView of(Opening opening) {
        return opening.fromInitiator().length() > 0 ? opening.fromInitiator() : opening.fromResponder();
    }

    /** The port from which it was sent. */
    public static int sourcePort(Opening opening) {
        return opening.fromInitiator().length() > 0 ? opening.initiatorPort() : opening.responderPort();
    }

    /** The port to which it was sent. */
    public static int destinationPort(Opening opening) {
        return opening.fromInitiator().length() > 0 ? opening.responderPort() : opening.initiatorPort();
    }

    /** That the one who sent it serves. */
    public static Recognition senderServes(Opening opening) {
        return opening.fromInitiator().length() > 0 ? Recognition.INITIATOR_SERVES : Recognition.RESPONDER_SERVES;
    }

    /** That the one to whom it was sent serves. */
    public static Recognition receiverServes(Opening opening) {
        return opening.fromInitiator().length() > 0 ? Recognition.RESPONDER_SERVES : Recognition.INITIATOR_SERVES;
    }

    @Override
    public Progress dissect(Direction direction, Inbox bytes, ObservationSink sink) {
        boolean sound = reader.read(bytes, said.by(direction, sink));
        bytes.consumeAll();
        return sound ? Progress.CONTINUE : Progress.MALFORMED;
    }

    @Override
    public boolean missed(Direction direction, long bytes) {
        return true;
    }
}
